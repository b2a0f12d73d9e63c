import { lift, wrapIn } from "prosemirror-commands";
import type { NodeType } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { schema } from "../../schema";

/** Sets the paragraphs off as a quote or a pull quote, and back. */
export function toggleQuote(type: NodeType): Command {
  return (state, dispatch, view) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth).type === type) return lift(state, dispatch, view);
    }
    return wrapIn(type)(state, dispatch, view);
  };
}

/** Enter after who said it goes on below the quote. */
export const leaveAttribution: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== schema.nodes.attribution) return false;
  if (dispatch) {
    const after = $from.after(-1);
    const tr = state.tr.insert(after, schema.nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  }
  return true;
};
