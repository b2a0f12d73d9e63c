/** Which part of a document a change touches, so that what follows a key need not look at all of it. */

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { ReplaceStep, type Step } from "prosemirror-transform";

/**
 * Whether the change only put characters in or out of text blocks that held some before and after:
 * what a key does, all but the first and the last in a block.
 */
export function isTyping(tr: Transaction): boolean {
  return tr.docChanged && tr.steps.every((step, i) => withinText(step, tr.docs[i], tr.docs[i + 1] ?? tr.doc));
}

function withinText(step: Step, before: Node | undefined, after: Node): boolean {
  if (!before || !(step instanceof ReplaceStep) || step.slice.openStart > 0 || step.slice.openEnd > 0) {
    return false;
  }
  const { content } = step.slice;
  if (content.childCount > 0 && content.firstChild?.isInline !== true) return false;
  const $from = before.resolve(step.from);
  if (!$from.parent.isTextblock || $from.parent.content.size === 0 || step.to > $from.end()) return false;
  return after.resolve(step.from).parent.content.size > 0;
}

/** The ranges of the old document that one step changed. `null`: there were more steps, look at all. */
export function changedRanges(transactions: readonly Transaction[]): { from: number; to: number }[] | null {
  const maps = transactions.flatMap((tr) => tr.mapping.maps);
  if (maps.length !== 1) return null;
  const ranges: { from: number; to: number }[] = [];
  maps[0]?.forEach((from, to) => ranges.push({ from, to }));
  return ranges;
}
