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
 * it is typed, and never again of itself: its letters are put in anew.
 */
export function unmark(view: EditorView, word: string): void {
  const parts = new Set(word.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((part) => part !== ""));
  // What the document says stays as it is: the observer would take it for typing.
  const { domObserver } = view as EditorView & { domObserver: { stop(): void; start(): void } };
  const selection = view.dom.ownerDocument.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  domObserver.stop();
  for (const text of textsIn(view.dom)) renew(text, parts);
  if (anchorNode && focusNode) {
    selection?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
  }
  domObserver.start();
}

function textsIn(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function renew(text: Text, parts: Set<string>): void {
  for (const { 0: found, index } of text.data.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)) {
    const possessive = found.replace(/['’]s$/, "");
    if (parts.has(found) || parts.has(possessive)) text.replaceData(index, found.length, found);
  }
}
