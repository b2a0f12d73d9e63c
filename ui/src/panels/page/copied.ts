/** A passage copied from a story that is stopped carries the stop with it. */
import { forgetBanner, withBanner } from "../../editor";
import { bannerLines } from "../plan/stops";
import { session } from "../session.svelte";

/** Called when the editor has put a passage on the clipboard, and before anybody else sees it. */
export function markCopied(event: ClipboardEvent): void {
  const { clipboardData: clipboard, target } = event;
  const fromPage = target instanceof Element && target.closest(".ProseMirror") !== null;
  if (!event.defaultPrevented || !clipboard || !fromPage || !session.story) return;
  const lines = bannerLines(session.story.stops);
  if (lines.length === 0) {
    forgetBanner();
    return;
  }
  const [html, text] = [clipboard.getData("text/html"), clipboard.getData("text/plain")];
  const marked = withBanner({ html, text }, lines);
  if (marked.html !== "") clipboard.setData("text/html", marked.html);
  clipboard.setData("text/plain", marked.text);
}
