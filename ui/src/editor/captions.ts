/**
 * "Check caption" goes by itself: whoever edits a caption that was written for another picture has
 * looked at it. It goes in the same step of the history, so that undoing brings it back.
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { isHistoryTransaction } from "prosemirror-history";
import { figureAt, lineOf } from "./elements/figure/commands";
import { schema } from "./schema";
import { changedRanges } from "./touched";

export function captionChecks(): Plugin {
  return new Plugin({
    appendTransaction(transactions, old, state) {
      if (!transactions.some((tr) => tr.docChanged)) return null;
      if (transactions.some(isHistoryTransaction)) return null;
      return checked(old, state, transactions);
    },
  });
}

function mappingOf(transactions: readonly Transaction[]): Mapping {
  const mapping = new Mapping();
  for (const tr of transactions) mapping.appendMapping(tr.mapping);
  return mapping;
}

function checked(old: EditorState, state: EditorState, transactions: readonly Transaction[]): Transaction | null {
  const mapping = mappingOf(transactions);
  const tr = state.tr;
  for (const { figure, at } of marked(old.doc, transactions)) {
    const { pos, deleted } = mapping.mapResult(at, 1);
    const now = deleted ? null : figureAt(state.doc, pos);
    if (now?.attrs.checkCaption !== true || now.attrs.photoId !== figure.attrs.photoId) continue;
    if (!sameCaption(figure, now)) tr.setNodeAttribute(pos, "checkCaption", false);
  }
  return tr.docChanged ? tr : null;
}

/** The marked figures that the change touches. */
function marked(doc: Node, transactions: readonly Transaction[]): { figure: Node; at: number }[] {
  const found = new Map<number, Node>();
  const note = (figure: Node, at: number) => {
    if (figure.type === schema.nodes.figure && figure.attrs.checkCaption === true) found.set(at, figure);
    return !figure.isTextblock && figure.type !== schema.nodes.figure;
  };
  const ranges = changedRanges(transactions);
  if (ranges === null) doc.descendants(note);
  for (const { from, to } of ranges ?? []) doc.nodesBetween(from, to, note);
  return [...found].map(([at, figure]) => ({ figure, at }));
}

function sameCaption(one: Node, other: Node): boolean {
  const [first, second] = [lineOf(one, 0, "caption"), lineOf(other, 0, "caption")];
  return first && second ? first.line.content.eq(second.line.content) : first === second;
}
