/**
 * The editor's keys, named. The palette and the sheet of shortcuts read it; a test holds it beside
 * the real key maps, so a key that is bound and not named here fails, and the other way round.
 */
import type { editorKeyWords } from "../messages/editorKeys";

export type EditorKeyId = keyof typeof editorKeyWords;

export interface EditorKey {
  id: EditorKeyId;
  /** As the key map names them; the first is shown. */
  keys: readonly string[];
  group: "writing" | "elements";
  /** A key of the hand alone, as Tab: on the sheet, not in the palette. */
  onlyKey?: boolean;
}

export const EDITOR_KEYS: readonly EditorKey[] = [
  { id: "undo", keys: ["Mod-z"], group: "writing" },
  { id: "redo", keys: ["Mod-Shift-z", "Mod-y"], group: "writing" },
  { id: "strong", keys: ["Mod-b"], group: "writing" },
  { id: "emphasis", keys: ["Mod-i"], group: "writing" },
  { id: "link", keys: ["Mod-k"], group: "writing" },
  { id: "selectField", keys: ["Mod-a"], group: "writing" },
  { id: "paragraph", keys: ["Mod-Alt-0"], group: "elements" },
  { id: "crosshead", keys: ["Mod-Alt-2"], group: "elements" },
  { id: "smallCrosshead", keys: ["Mod-Alt-3"], group: "elements" },
  { id: "quote", keys: ["Mod-Alt-4"], group: "elements" },
  { id: "pullQuote", keys: ["Mod-Alt-5"], group: "elements" },
  { id: "blockUp", keys: ["Alt-ArrowUp"], group: "elements" },
  { id: "blockDown", keys: ["Alt-ArrowDown"], group: "elements" },
  { id: "enter", keys: ["Enter"], group: "writing", onlyKey: true },
  { id: "lineBreak", keys: ["Shift-Enter", "Mod-Enter"], group: "writing", onlyKey: true },
  { id: "nextField", keys: ["Tab"], group: "writing", onlyKey: true },
  { id: "fieldBefore", keys: ["Shift-Tab"], group: "writing", onlyKey: true },
];

/** Bound because the browser's own way with them is wrong at the edges of fields; nobody looks them up. */
export const UNTOLD: readonly string[] = [
  "Backspace",
  "Mod-Backspace",
  "Shift-Backspace",
  "Delete",
  "Mod-Delete",
];

/** What pressing these keys sends. Mod is Ctrl, or Cmd on a Mac. */
export function pressOf(keys: string): KeyboardEvent {
  const parts = keys.split("-");
  const key = parts.pop() ?? "";
  const held = new Set(parts);
  const isMac = /Mac/.test(navigator.userAgent);
  return new KeyboardEvent("keydown", {
    key,
    // Key maps go by the code where a modifier changes the character.
    keyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0,
    ctrlKey: held.has("Mod") && !isMac,
    metaKey: held.has("Mod") && isMac,
    altKey: held.has("Alt"),
    shiftKey: held.has("Shift"),
    cancelable: true,
  });
}
