/** What is said of private notes on passages. */
import type { NoteKind } from "../desk/contract";

const kinds: Record<NoteKind, string> = { note: "Note", source: "Source", legal: "Legal" };
const number = new Intl.NumberFormat("en-GB");

export const notesWords = {
  label: "Notes on passages",
  kinds,
  kind: "Kind of note",
  kindLabel: (kind: string) => `Kind: ${kind}`,
  add: "Note on the selected words",
  addKeys: "Ctrl Alt M",
  selectFirst: "Select the words that the note is about.",
  none: "Select words in the text and press Ctrl Alt M to write a note on them.",
  noneOpen: "Every note is resolved.",
  text: "Note",
  textHint: "Write the note…",
  textLabel: (passage: string) => `Note on “${passage}”`,
  passage: "Go to the passage",
  noPassage: "Its passage is gone from the text.",
  resolve: "Resolved",
  remove: "Remove the note",
  removeShort: "Remove…",
  removeNow: "Remove for good",
  keep: "Keep",
  removed: "The note is removed.",
  filter: "Show",
  open: (count: number) => `Open ${number.format(count)}`,
  all: (count: number) => `All ${number.format(count)}`,
} as const;
