/** The word at the caret, or under the pointer. */

import type { EditorView } from "prosemirror-view";

/** A word with its place in the document. */
export interface WordAt {
  word: string;
  from: number;
  to: number;
}

/** Letters with their marks, and what joins two of them: “Kivela-Moe”, “O’Neill”, “צה״ל”. */
const WORD = /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:[-‐‑'’׳״·.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}\u200c\u200d]+)*/gu;

/** Stands for what is no text, so that positions stay right. */
const NO_TEXT = "\ufffc";

/** At `point` in client coordinates, else at the caret. `null`: there is none. */
export function wordAt(view: EditorView, point?: { x: number; y: number }): WordAt | null {
  const at = point
    ? view.posAtCoords({ left: point.x, top: point.y })?.pos
    : view.state.selection.from;
  if (at === undefined) return null;
  const $at = view.state.doc.resolve(at);
  if (!$at.parent.isTextblock) return null;
  const text = $at.parent.textBetween(0, $at.parent.content.size, null, NO_TEXT);
  const start = $at.start();
  for (const found of text.matchAll(WORD)) {
    const [from, to] = [start + found.index, start + found.index + found[0].length];
    if (from <= at && at <= to && /\p{L}/u.test(found[0])) return { word: found[0], from, to };
  }
  return null;
}

/**
 * Takes the checker's mark off a word wherever the page shows it. The checker looks at a word when
 * it is typed, and never again of itself: its text nodes are put in anew.
 */
export function unmark(view: EditorView, word: string): void {
  const parts = word.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((part) => part !== "");
  const walker = document.createTreeWalker(view.dom, NodeFilter.SHOW_TEXT);
  const marked: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (parts.some((part) => node.data.includes(part))) marked.push(node);
  }
  const { domObserver } = view as EditorView & {
    domObserver: { stop(): void; start(): void };
  };
  domObserver.stop();
  for (const node of marked) node.replaceData(0, node.length, node.data);
  domObserver.start();
}
