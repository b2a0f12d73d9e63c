/**
 * Fields: the isolating places of the document. A selection stays inside the one it began in, so
 * that no key can merge or empty two of them at once.
 */

import type { Node, ResolvedPos } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { Selection, TextSelection } from "prosemirror-state";
import { FIELDS, HEADLINES } from "./furniture/spec";
import type { FieldName } from "./furniture/spec";
import { schema } from "./schema";

/** The depth of the field around a position; 0 is the story itself. */
export function fieldDepth($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type.spec.isolating) return depth;
  }
  return 0;
}

/** Whether the node holds one line of text that is not part of the body. */
export function isLine(node: Node): boolean {
  return node.isTextblock && Boolean(node.type.spec.isolating);
}

/** Keeps a selection inside the field of its anchor. `null`: it is inside already. */
export function selectionWithin($anchor: ResolvedPos, $head: ResolvedPos): Selection | null {
  const depth = fieldDepth($anchor);
  const start = depth === 0 ? 0 : $anchor.start(depth);
  const end = depth === 0 ? $anchor.doc.content.size : $anchor.end(depth);
  const forward = $head.pos > $anchor.pos;
  if ($head.pos < start || $head.pos > end) return between($anchor, forward ? end : start);
  // Inside the same field, but in a smaller one, as a caption in the body: stop at its edge.
  if (depth === 0 || fieldDepth($head) === depth) return null;
  const inner = depth + 1 + firstIsolating($head, depth + 1);
  return between($anchor, forward ? $head.before(inner) : $head.after(inner));
}

function firstIsolating($pos: ResolvedPos, from: number): number {
  let steps = 0;
  while (from + steps < $pos.depth && !$pos.node(from + steps).type.spec.isolating) steps++;
  return steps;
}

function between($anchor: ResolvedPos, head: number): Selection {
  const forward = head > $anchor.pos;
  return TextSelection.between($anchor, $anchor.doc.resolve(head), forward ? -1 : 1);
}

/** All text of the field that the selection is in. */
export function fieldSelection(state: EditorState): Selection | null {
  const { $from } = state.selection;
  const depth = fieldDepth($from);
  if (depth === 0) return null;
  const $start = state.doc.resolve($from.start(depth));
  const $end = state.doc.resolve($from.end(depth));
  return TextSelection.between($start, $end, 1);
}

/** The position before a part of the story, or before a headline for another place. */
export function partAt(doc: Node, name: FieldName | "lead" | "headlines"): number {
  let found = 0;
  doc.forEach((node, offset) => {
    if (node.type === schema.nodes[name]) found = offset;
    if (node.type !== schema.nodes.headlines) return;
    node.forEach((line, inside) => {
      if (line.type === schema.nodes[name]) found = offset + 1 + inside;
    });
  });
  return found;
}

/** The field of the page that a position is in; `null` in the lead or in an unknown part. */
export function fieldName($pos: ResolvedPos): FieldName | null {
  const part = $pos.depth > 0 ? $pos.node(1).type.name : "";
  const line = $pos.depth > 1 ? $pos.node(2).type.name : "";
  if (part === "headlines") return HEADLINES.find((name) => name === line) ?? null;
  return FIELDS.find((name) => name === part) ?? null;
}

/** The caret at the end of a line of furniture, or at the head of the body's own text. */
export function caretIn(doc: Node, name: FieldName): Selection {
  const at = partAt(doc, name);
  if (name === "body") return Selection.near(doc.resolve(firstText(doc, at)), 1);
  const size = doc.nodeAt(at)?.nodeSize ?? 2;
  return Selection.near(doc.resolve(at + size - 1), -1);
}

/** Before the first block of the body that is no figure. */
function firstText(doc: Node, body: number): number {
  let at = body + 1;
  for (const block of doc.nodeAt(body)?.children ?? []) {
    if (block.type !== schema.nodes.figure) return at;
    at += block.nodeSize;
  }
  return body + 1;
}
