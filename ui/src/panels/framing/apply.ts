/** Gives a framing to the story, and offers what goes with it. */
import type { FigureRow, Framing } from "../../editor";
import { say } from "../../messages";
import { checks } from "../checks.svelte";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";
import { obscuredWords, saysObscured, withObscured } from "./obscured";

export function applyFraming(figure: FigureRow, framing: Framing): void {
  session.editor?.setFraming(figure.at, framing);
  checks.soon();
  if (framing.obscured.length > figure.framing.obscured.length) offerWords(figure, framing);
}

/** One click adds the words; the right column keeps the same offer for later. */
function offerWords({ at, photoId, caption }: FigureRow, framing: Framing): void {
  const { language } = session.writing;
  const printed = caption ?? session.photo(photoId)?.facts.caption?.value ?? "";
  const covered = say.framing.covered(framing.obscured.length);
  if (saysObscured(printed, language)) return notices.tell(covered);
  const text = say.framing.sayObscured(obscuredWords(language));
  notices.tell(covered, { action: { text, run: () => addWords(at, photoId, printed) } });
}

/** Only where the figure still says what the offer was made for. */
function addWords(at: number, photoId: string | null, printed: string): void {
  const now = session.editor?.figures().find((row) => row.at === at && row.photoId === photoId);
  const text = now && (now.caption ?? session.photo(photoId)?.facts.caption?.value ?? "");
  if (text !== printed) return;
  session.editor?.setCaption(at, withObscured(printed, session.writing.language));
}
