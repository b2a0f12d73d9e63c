/** Which marks may lie on which text. */

import { toggleMark } from "prosemirror-commands";
import type { MarkType, Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { isLine } from "./fields";
import { schema } from "./schema";

/** Bold belongs into the body; the others into all but the alt text, which is read aloud. */
export function takesMark(parent: Node, mark: MarkType): boolean {
  if (parent.type === schema.nodes.altText) return mark === schema.marks.note;
  const plain = isLine(parent) || parent.type === schema.nodes.crosshead;
  return parent.inlineContent && !(mark === schema.marks.strong && plain);
}

/** Puts the mark on the selection, or takes it away. */
export function formatting(mark: MarkType): Command {
  const toggle = toggleMark(mark);
  return (state, dispatch, view) =>
    !takesMark(state.selection.$from.parent, mark) || toggle(state, dispatch, view);
}
