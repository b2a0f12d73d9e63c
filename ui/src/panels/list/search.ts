import { tick } from "svelte";
import { panes } from "../panes.svelte";

/** The search field has this id, so that Ctrl+K finds it. */
export const SEARCH_ID = "search-stories";

/** Shows the list first, where it has no room beside the page. */
export function focusSearch(): void {
  panes.show("stories");
  void tick().then(() => document.getElementById(SEARCH_ID)?.focus());
}
