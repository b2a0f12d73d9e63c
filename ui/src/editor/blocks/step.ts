/**
 * Alt with an arrow: the block of the selection goes past its neighbour. An item moves within its
 * list, a paragraph within its box, and from their edge the whole list or box goes on.
 */

import type { Node, NodeRange, ResolvedPos } from "prosemirror-model";
import { closeHistory } from "prosemirror-history";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { NodeSelection } from "prosemirror-state";
import { editorWords } from "../../messages/editor";
import { announce } from "../announce";
import { figureAround } from "../elements/figure/commands";
import { schema } from "../schema";
import { gapBesideFigure } from "./gaps";
import { travel } from "./travel";
import { blockName, placeInWords } from "./words";

/** Moves what is selected, and says aloud where it then is. Furniture stays where it is. */
export function stepBlock(step: 1 | -1): Command {
  return (state, dispatch) => {
    const figure = figureOf(state);
    if (figure !== null) return run(dispatch, stepFigure(state, figure, step));
    const range = innermost(state);
    if (!range) return false;
    return run(dispatch, stepRange(state, range, step));
  };
}

function run(dispatch: ((tr: Transaction) => void) | undefined, tr: Transaction): boolean {
  dispatch?.(tr);
  return true;
}

/** A figure whose words the caret is in, or which alone is selected. */
function figureOf(state: EditorState): number | null {
  const { $from, $to } = state.selection;
  const at = figureAround(state.selection);
  if (at === null || state.selection instanceof NodeSelection) return at;
  return $to.pos < at + ($from.doc.nodeAt(at)?.nodeSize ?? 0) ? at : null;
}

/** Moves the figure at `at` past its neighbour, into the lead, into a gallery or out of it. */
export function stepFigure(state: EditorState, at: number, step: 1 | -1): Transaction {
  const gap = gapBesideFigure(state.doc, at, step);
  const figure = state.doc.nodeAt(at);
  return (
    (gap && travel(state, at, gap)) ??
    announce(state.tr, editorWords.moved.noFurther(figure ? blockName(figure) : ""))
  );
}

/** The blocks that the selection touches, side by side in the innermost place that orders them. */
function innermost(state: EditorState): NodeRange | null {
  const { selection } = state;
  const { $from, $to } = selection;
  if (selection instanceof NodeSelection && ordersBlocks($from.parent)) {
    return $from.blockRange($to, (node) => node === $from.parent);
  }
  return rangeAround($from, $to);
}

function rangeAround($from: ResolvedPos, $to: ResolvedPos): NodeRange | null {
  const range = $from.blockRange($to, ordersBlocks);
  if (!range) return null;
  return isTitle(range.parent.child(range.startIndex)) ? outside(range) : range;
}

function ordersBlocks(node: Node): boolean {
  const { body, list, factBox } = schema.nodes;
  return node.type === body || node.type === list || node.type === factBox;
}

function isTitle(node: Node | null): boolean {
  return node?.type === schema.nodes.boxTitle;
}

/** The block that holds the range, where it stands. `null`: it is the body. */
function outside(range: NodeRange): NodeRange | null {
  if (range.parent.type === schema.nodes.body) return null;
  const { doc } = range.$from;
  const at = range.$from.before(range.depth);
  return rangeAround(doc.resolve(at), doc.resolve(at + range.parent.nodeSize));
}

function stepRange(state: EditorState, range: NodeRange, step: 1 | -1): Transaction {
  const { parent, startIndex, endIndex } = range;
  const next = parent.maybeChild(step === -1 ? startIndex - 1 : endIndex);
  if (next && !isTitle(next)) return swap(state, range, next, step);
  const around = outside(range);
  if (around) return stepRange(state, around, step);
  const name = blockName(parent.child(startIndex), endIndex - startIndex);
  return announce(state.tr, editorWords.moved.noFurther(name));
}

/**
 * Takes the neighbour to the other side, so that what is moved stays untouched: the selection and
 * the findings in it go along.
 */
function swap(state: EditorState, range: NodeRange, next: Node, step: 1 | -1): Transaction {
  const { start, end, startIndex, endIndex } = range;
  const tr = closeHistory(state.tr);
  if (step === -1) tr.insert(end, next).delete(start - next.nodeSize, start);
  else tr.delete(end, end + next.nodeSize).insert(start, next);
  const at = start + step * next.nodeSize;
  return announce(tr.scrollIntoView(), placeInWords(tr.doc, at, endIndex - startIndex));
}
