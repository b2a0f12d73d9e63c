/**
 * Going from field to field: Enter and Tab forward, Shift-Tab back. The lead's caption and alt text
 * lie between dateline and body where the story has its own.
 */

import type { Node, ResolvedPos } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { Selection, TextSelection } from "prosemirror-state";
import { enterLine, figureAround } from "../elements/figure/commands";
import { caretIn, fieldDepth, fieldName, isLine, partAt } from "../fields";
import { schema } from "../schema";
import { headlinesOpen } from "./lines";
import { FIELDS, HEADLINES } from "./spec";
import type { FieldName } from "./spec";

/** The next field. After the last, Tab leaves the editor. */
export const nextField: Command = (state, dispatch) => {
  if (figureAround(state.selection) !== null) return nextInFigure(state, dispatch);
  return go(state, dispatch, neighbour(state, 1));
};

export const previousField: Command = (state, dispatch) => {
  const at = figureAround(state.selection);
  if (at === null) return go(state, dispatch, neighbour(state, -1));
  if (state.selection.$from.parent.type === schema.nodes.altText) {
    return run(dispatch, enterLine(state, at, "caption"));
  }
  const before = Selection.findFrom(state.doc.resolve(at), -1, true);
  return run(dispatch, before && state.tr.setSelection(before).scrollIntoView());
};

/** Enter in a line of furniture, which never splits. */
export const enterInLine: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!isLine($from.parent)) return false;
  if (fieldName($from) === "signOff") return true;
  if (figureAround(state.selection) !== null) return nextInFigure(state, dispatch);
  return go(state, dispatch, neighbour(state, 1));
};

/** Caption, then alt text, then what follows the figure. */
function nextInFigure(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const at = figureAround(state.selection) ?? 0;
  const figure = state.doc.nodeAt(at);
  if (!figure) return false;
  const inside = state.selection.$from.parent.type;
  if (inside !== schema.nodes.caption && inside !== schema.nodes.altText) {
    return run(dispatch, enterLine(state, at, "caption"));
  }
  const asksForAltText = figure.attrs.photoId !== null && !figure.attrs.decorative;
  if (inside === schema.nodes.caption && asksForAltText) {
    return run(dispatch, enterLine(state, at, "altText"));
  }
  return run(dispatch, afterFigure(state, at + figure.nodeSize));
}

/** The caret below a figure; a paragraph is made where no text follows. */
function afterFigure(state: EditorState, after: number): Transaction {
  const tr = state.tr;
  const $after = tr.doc.resolve(after);
  if ($after.parent.type === schema.nodes.lead) {
    return tr.setSelection(caretIn(tr.doc, "body")).scrollIntoView();
  }
  if (!$after.nodeAfter?.isTextblock) tr.insert(after, schema.nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
}

/** Enter while a figure, a divider or an unknown part is selected: goes on below it. */
export const enterBelow: Command = (state, dispatch) => {
  const { $from, to } = state.selection;
  const node = $from.nodeAfter;
  if (!node?.isBlock || $from.pos + node.nodeSize !== to) return false;
  if (node.type === schema.nodes.figure) return run(dispatch, enterLine(state, $from.pos, "caption"));
  if ($from.parent.type !== schema.nodes.body) return false;
  const tr = state.tr.insert(to, schema.nodes.paragraph.create());
  return run(dispatch, tr.setSelection(TextSelection.create(tr.doc, to + 1)).scrollIntoView());
};

function neighbour(state: EditorState, step: 1 | -1): FieldName | null {
  const here = fieldName(state.selection.$from);
  const fields = order(state);
  if (here) return fields[fields.indexOf(here) + step] ?? null;
  const beforeBody = state.selection.from < partAt(state.doc, "body");
  if (!beforeBody) return null;
  return step === 1 ? "body" : (fields[fields.indexOf("body") - 1] ?? null);
}

/** What is folded away is passed over. */
function order(state: EditorState): readonly FieldName[] {
  if (!headlinesOpen(state)) return FIELDS;
  const body = FIELDS.indexOf("body");
  return [...FIELDS.slice(0, body), ...HEADLINES, ...FIELDS.slice(body)];
}

function go(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  name: FieldName | null,
): boolean {
  if (!name) return false;
  return run(dispatch, state.tr.setSelection(caretIn(state.doc, name)).scrollIntoView());
}

function run(dispatch: ((tr: Transaction) => void) | undefined, tr: Transaction | null): boolean {
  if (!tr) return false;
  dispatch?.(tr);
  return true;
}

/**
 * Deleting at the edge of a field does nothing: two fields never become one. In an empty caption or
 * alt text it takes the story's own away, so that the photo's stands again.
 */
export function deleteAtEdge(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { selection } = state;
    if (!(selection instanceof TextSelection) || !selection.empty) return false;
    const { $from } = selection;
    if (!atEdge($from, step)) return false;
    const photoLine = $from.parent.type === schema.nodes.caption || $from.parent.type === schema.nodes.altText;
    if (photoLine && isEmpty($from.parent)) dispatch?.(state.tr.delete($from.before(), $from.after()));
    return true;
  };
}

function isEmpty(node: Node): boolean {
  return node.content.size === 0;
}

function atEdge($pos: ResolvedPos, step: 1 | -1): boolean {
  const depth = fieldDepth($pos);
  if (depth === 0) return false;
  for (let inner = $pos.depth; inner > depth; inner--) {
    const last = $pos.node(inner - 1).childCount - 1;
    if ($pos.index(inner - 1) !== (step === -1 ? 0 : last)) return false;
  }
  return step === -1 ? $pos.parentOffset === 0 : $pos.parentOffset === $pos.parent.content.size;
}
