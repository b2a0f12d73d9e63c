import type { EditorState, Transaction } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { schema } from "../../schema";

/** A divider in the place of the caret's paragraph, and the caret below it. */
export function dividerInstead(state: EditorState): Transaction | null {
  const { $from } = state.selection;
  const { divider, paragraph } = schema.nodes;
  if ($from.depth !== 2 || $from.parent.type !== paragraph) return null;
  const at = $from.before();
  const tr = state.tr.replaceWith(at, $from.after(), [divider.create(), paragraph.create()]);
  return tr.setSelection(TextSelection.create(tr.doc, at + 2));
}
