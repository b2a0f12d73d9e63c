import type { Command } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { schema } from "../../schema";

/** Replaces the paragraph of the caret by a divider and goes on below it. */
export const insertDivider: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth !== 2 || $from.parent.type !== schema.nodes.paragraph) return false;
  if (dispatch) {
    const { divider, paragraph } = schema.nodes;
    const at = $from.before();
    const tr = state.tr.replaceWith(at, $from.after(), [divider.create(), paragraph.create()]);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
  }
  return true;
};
