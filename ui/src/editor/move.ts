/** Moves a block of the body past its neighbour; a figure takes its words along. */

import type { Command } from "prosemirror-state";
import { NodeSelection, TextSelection } from "prosemirror-state";
import { schema } from "./schema";

export function moveBlock(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.depth < 1 || $from.node(1).type !== schema.nodes.body) return false;
    const body = $from.node(1);
    const first = $from.index(1);
    const last = state.selection instanceof NodeSelection ? first : $to.index(1);
    const other = body.maybeChild(step === -1 ? first - 1 : last + 1);
    if (!other) return true;
    if (!dispatch) return true;
    const from = $from.posAtIndex(first, 1);
    const to = $from.posAtIndex(last + 1, 1);
    const shift = step * other.nodeSize;
    const tr = state.tr;
    if (step === -1) tr.insert(to, other).delete(from - other.nodeSize, from);
    else tr.delete(to, to + other.nodeSize).insert(from, other);
    const { anchor, head } = state.selection;
    const moved =
      state.selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, anchor + shift)
        : TextSelection.create(tr.doc, anchor + shift, head + shift);
    dispatch(tr.setSelection(moved).scrollIntoView());
    return true;
  };
}
