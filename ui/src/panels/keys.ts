/** The keys of the window; the editor has its own. */
import { tick } from "svelte";
import { captions } from "./captions/captions.svelte";
import { checks } from "./checks.svelte";
import { desk } from "./desk.svelte";
import { dialogs } from "./dialogs.svelte";
import { learnAt } from "./language/learning";
import { proof } from "./proof/proof.svelte";
import { session } from "./session.svelte";
import { newStory } from "./stories";

/** The search field has this id, so that Ctrl+K finds it. */
export const SEARCH_ID = "search-stories";

export function keys(event: KeyboardEvent): void {
  // The editor had it first: Ctrl+K on selected words makes a link.
  if (event.defaultPrevented) return;
  if (event.key === "F8") return done(event, () => void findNext(event.shiftKey ? -1 : 1));
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const run = (event.shiftKey ? WITH_SHIFT : COMMANDS)[event.key.toLowerCase()];
  if (run && dialogs.ask === null) done(event, run);
}

const COMMANDS: Record<string, () => void> = {
  k: () => document.getElementById(SEARCH_ID)?.focus(),
  n: () => void (desk.readOnly || newStory()),
  s: () => void session.settle(),
  p: () => void proof.print(),
  e: () => {
    if (session.story && !session.readOnly) dialogs.show({ what: "export" });
  },
};

/** What was found stands on the page. */
async function findNext(by: 1 | -1): Promise<void> {
  if (captions.sheet) captions.close();
  await tick();
  checks.next(by);
}

const WITH_SHIFT: Record<string, () => void> = {
  k: () => captions.toggle(),
  e: () => proof.toggle(),
  l: () => void learnAt(),
};

function done(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}
