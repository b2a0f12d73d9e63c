/** The keys of the sheet while no cell is open for writing. */
import type { Asking } from "./asking.svelte";
import { moved, tabbed } from "./grid";
import type { Work } from "./work.svelte";

export interface Hands {
  /** Puts the focus on the cell that the work is at. */
  focus: () => void;
  /** Lets the browser copy from, or paste into, the sheet. */
  viaClipboard: () => void;
}

export function gridKeys(event: KeyboardEvent, work: Work, asking: Asking, hands: Hands): void {
  if (work.editing || event.defaultPrevented || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (target.matches("textarea, input, button")) return;
  if (event.key === "Tab") return tab(event, work, hands);
  if (event.ctrlKey || event.metaKey) return control(event, work, asking, hands);
  if (event.altKey) return alt(event, work, hands);
  const spot = moved(work.at, event.key, work.rows.length, false);
  if (spot) {
    const shift = event.shiftKey && spot.row !== work.at.row;
    return done(event, hands, () => work.go(spot, { shift, control: false }));
  }
  write(event, work, hands);
}

function tab(event: KeyboardEvent, work: Work, hands: Hands): void {
  const spot = tabbed(work.at, event.shiftKey, work.rows.length);
  // Past the last photo the focus goes on to the bar below.
  if (spot) done(event, hands, () => work.go(spot));
}

function control(event: KeyboardEvent, work: Work, asking: Asking, hands: Hands): void {
  const key = event.key.toLowerCase();
  const spot = moved(work.at, event.key, work.rows.length, true);
  if (spot) {
    return done(event, hands, () => work.go(spot, { shift: event.shiftKey, control: false }));
  }
  if (key === "a") return done(event, hands, () => work.chooseAll());
  if (key === " ") return done(event, hands, () => work.toggleRow());
  if (event.shiftKey && key === "c") return done(event, hands, () => work.copyFields());
  if (event.shiftKey && key === "v") return done(event, hands, () => asking.pasteFields());
  if (key === "c" || key === "v") hands.viaClipboard();
}

function alt(event: KeyboardEvent, work: Work, hands: Hands): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (by !== undefined) done(event, hands, () => work.move(by));
}

function write(event: KeyboardEvent, work: Work, hands: Hands): void {
  if (event.key === "Enter" || event.key === "F2") return done(event, hands, () => work.edit());
  if (event.key === "Delete" || event.key === "Backspace") {
    return done(event, hands, () => work.clear());
  }
  if (event.key === " " && work.onPhoto) return done(event, hands, () => work.toggleRow());
  if (event.key === "Escape" && work.some) return done(event, hands, () => work.chooseNone());
  // As in a spreadsheet: typing begins the cell anew, and Escape has it back.
  if ([...event.key].length === 1 && !work.onPhoto) {
    done(event, hands, () => work.edit(event.key));
  }
}

function done(event: KeyboardEvent, hands: Hands, run: () => void): void {
  event.preventDefault();
  run();
  hands.focus();
}
