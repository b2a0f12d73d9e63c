/** Figures on their way through the story: up and down, to any gap of the body, and to its head. */

import type { Node } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { NodeSelection, TextSelection } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import { editorWords } from "../../../messages/editor";
import { announce } from "../../announce";
import { partAt } from "../../fields";
import { schema } from "../../schema";
import { figureAround, figureAt } from "./commands";

/** Where a figure shall go: before everything, or to a position between two blocks of the body. */
export type Gap = { what: "lead" } | { what: "body"; at: number };

/** Moves the selected figure past its neighbour, and says aloud where it then is. */
export function stepFigure(step: 1 | -1): Command {
  return (state, dispatch) => {
    const at = figureAround(state.selection);
    if (at === null) return false;
    const gap = gapBeside(state.doc, at, step);
    const tr = gap && travel(state, at, gap);
    if (tr) dispatch?.(tr);
    else dispatch?.(announce(state.tr, editorWords.moved.noFurther));
    return true;
  };
}

function gapBeside(doc: Node, at: number, step: 1 | -1): Gap | null {
  const body = partAt(doc, "body");
  if (doc.resolve(at).parent.type === schema.nodes.lead) {
    return step === 1 ? { what: "body", at: body + 1 } : null;
  }
  const $at = doc.resolve(at);
  const index = $at.index(1);
  if (step === -1) return index === 0 ? { what: "lead" } : { what: "body", at: $at.posAtIndex(index - 1, 1) };
  return index + 1 < $at.parent.childCount
    ? { what: "body", at: $at.posAtIndex(index + 2, 1) }
    : null;
}

/**
 * Takes the figure there in one step; a figure that leads already changes places with it. `null`:
 * there is nothing to move.
 */
export function travel(state: EditorState, at: number, gap: Gap): Transaction | null {
  const figure = figureAt(state.doc, at);
  if (!figure) return null;
  const tr = closeHistory(state.tr);
  const to = gap.what === "lead" ? lead(tr, at, figure) : body(tr, at, figure, gap.at);
  if (to === null || !tr.docChanged) return null;
  follow(tr, state, at, to);
  return announce(tr.scrollIntoView(), placeInWords(tr.doc, to));
}

function lead(tr: Transaction, at: number, figure: Node): number | null {
  const inside = partAt(tr.doc, "lead") + 1;
  if (at === inside) return null;
  const present = figureAt(tr.doc, inside);
  if (present) tr.replaceWith(at, at + figure.nodeSize, present);
  else takeOut(tr, at, figure);
  tr.replaceWith(inside, inside + (present?.nodeSize ?? 0), figure);
  return inside;
}

function body(tr: Transaction, at: number, figure: Node, gap: number): number | null {
  if (gap >= at && gap <= at + figure.nodeSize) return null;
  const first = partAt(tr.doc, "body") + 1;
  const present = figureAt(tr.doc, gap);
  const leads = at === partAt(tr.doc, "lead") + 1;
  if (leads && gap === first && present) return lead(tr, gap, present) === null ? null : swapped(tr);
  takeOut(tr, at, figure);
  const to = tr.mapping.map(gap, gap > at ? 1 : -1);
  tr.insert(to, figure);
  return to;
}

/** A figure that led changed places with the one at the head of the body. */
function swapped(tr: Transaction): number {
  return partAt(tr.doc, "body") + 1;
}

/** A body is never without a block. */
function takeOut(tr: Transaction, at: number, figure: Node): void {
  const { parent } = tr.doc.resolve(at);
  const alone = parent.type === schema.nodes.body && parent.childCount === 1;
  if (alone) tr.replaceWith(at, at + figure.nodeSize, schema.nodes.paragraph.create());
  else tr.delete(at, at + figure.nodeSize);
}

/** The caret goes along when it stands in the figure's words. */
function follow(tr: Transaction, before: EditorState, at: number, to: number): void {
  const { selection } = before;
  const inside = figureAround(selection) === at && !(selection instanceof NodeSelection);
  const shift = to - at;
  tr.setSelection(
    inside
      ? TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift)
      : NodeSelection.create(tr.doc, to),
  );
}

function placeInWords(doc: Node, at: number): string {
  const $at = doc.resolve(at);
  if ($at.parent.type === schema.nodes.lead) return editorWords.moved.lead;
  let paragraphs = 0;
  for (let index = 0; index < $at.index(); index++) {
    if ($at.parent.child(index).type === schema.nodes.paragraph) paragraphs++;
  }
  return paragraphs === 0 ? editorWords.moved.head : editorWords.moved.after(paragraphs);
}
