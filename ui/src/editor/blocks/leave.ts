/** Going on below an element, and taking an empty one away. */

import type { Node, ResolvedPos } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { Selection, TextSelection } from "prosemirror-state";
import { schema } from "../schema";

/** Enter in the title of a box goes on to its first line. */
export const leaveTitle: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== schema.nodes.boxTitle) return false;
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve($from.after()), 1)).scrollIntoView());
  return true;
};

/** Enter in the empty last line of a box or a correction goes on below it. */
export const leaveEmptyLine: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== schema.nodes.paragraph || $from.parent.content.size > 0) return false;
  const around = $from.node(-1);
  const { factBox, correction } = schema.nodes;
  const least = around.type === factBox ? 2 : around.type === correction ? 1 : Infinity;
  if (around.childCount <= least || $from.index(-1) !== around.childCount - 1) return false;
  if (dispatch) goBelow(state.tr.delete($from.before(), $from.after()), $from.before(), dispatch);
  return true;
};

/** Ctrl+Enter in an element with lines of its own goes on below it. */
export const leaveElement: Command = (state, dispatch) => {
  const depth = elementDepth(state.selection.$from);
  if (depth === null) return false;
  if (dispatch) goBelow(state.tr, state.selection.$from.after(depth) - 1, dispatch);
  return true;
};

/** Backspace in an element with nothing in it takes it away. */
export const removeEmptyElement: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const depth = empty ? elementDepth($from) : null;
  if (depth === null || !isBlank($from.node(depth))) return false;
  if (dispatch) instead(state, $from.before(depth), $from.after(depth), dispatch);
  return true;
};

function instead(
  state: EditorState,
  from: number,
  to: number,
  dispatch: (tr: Transaction) => void,
): void {
  const tr = state.tr.replaceWith(from, to, schema.nodes.paragraph.create());
  dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView());
}

/** A new line after the element that this position lies in. */
function goBelow(tr: Transaction, inside: number, dispatch: (tr: Transaction) => void): void {
  const $inside = tr.doc.resolve(inside);
  const depth = elementDepth($inside) ?? $inside.depth;
  const after = $inside.after(depth);
  tr.insert(after, schema.nodes.paragraph.create());
  dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
}

/** The depth of the box, table, correction or quote around the position. */
function elementDepth($pos: ResolvedPos): number | null {
  const { factBox, table, correction, quote, pullQuote } = schema.nodes;
  const elements = [factBox, table, correction, quote, pullQuote];
  for (let depth = $pos.depth; depth > 0; depth--) {
    if (elements.includes($pos.node(depth).type)) return depth;
  }
  return null;
}

/** No words, no breaks and nothing kept closed. */
function isBlank(element: Node): boolean {
  let blank = true;
  element.descendants((node) => {
    blank &&= !node.isLeaf || node.isTextblock;
    return blank;
  });
  return blank;
}
