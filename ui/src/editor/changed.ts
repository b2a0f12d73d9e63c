/**
 * What a transaction changed, for decorations that follow the words: whoever types pays for the words
 * around the caret and never for the whole story.
 */

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { AttrStep } from "prosemirror-transform";

export interface Range {
  from: number;
  to: number;
}

/** With more steps all of the document counts as changed: to map each through all others costs more. */
const MANY = 200;

/** The changed ranges, in the positions of the document as it is now. */
export function changedRanges(tr: Transaction): Range[] {
  if (tr.steps.length > MANY) return [{ from: 0, to: tr.doc.content.size }];
  return tr.steps.flatMap((step, index) => {
    const later = tr.mapping.slice(index + 1);
    const ranges: Range[] = [];
    step.getMap().forEach((_, __, from, to) => {
      ranges.push({ from: later.map(from, -1), to: later.map(to, 1) });
    });
    if (step instanceof AttrStep) ranges.push(around(tr.doc, later.map(step.pos, 1)));
    return ranges;
  });
}

function around(doc: Node, at: number): Range {
  return { from: at, to: at + (doc.nodeAt(at)?.nodeSize ?? 0) };
}

/** A stretch of a block's text, one character for each position from `start` on. */
export interface Stretch {
  text: string;
  start: number;
  block: Node;
  /** The position before the block. */
  at: number;
  parent: Node | null;
}

/** The text of the blocks in the range, with `reach` characters of them to either side. */
export function stretches(doc: Node, { from, to }: Range, reach: number): Stretch[] {
  const found: Stretch[] = [];
  const end = Math.min(to, doc.content.size);
  doc.nodesBetween(Math.min(from, end), end, (block, at, parent) => {
    if (!block.isTextblock) return true;
    const first = Math.max(0, from - at - 1 - reach);
    const last = Math.min(block.content.size, end - at - 1 + reach);
    if (last >= first) {
      const text = block.textBetween(first, last, null, "\ufffc");
      found.push({ text, start: at + 1 + first, block, at, parent });
    }
    return false;
  });
  return found;
}
