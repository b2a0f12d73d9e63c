/**
 * A block on its way to any gap, in one step of the history. Furniture never travels: only what
 * stands in the lead, the body or a gallery does.
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import { announce } from "../announce";
import { partAt } from "../fields";
import { schema } from "../schema";
import type { Gap } from "./gaps";
import { mayStandIn } from "./gaps";
import { placeInWords } from "./words";

/**
 * Takes the block at `at` there; a figure that leads already changes places with the one that comes.
 * `null`: there is nothing to move.
 */
export function travel(state: EditorState, at: number, gap: Gap): Transaction | null {
  const node = state.doc.nodeAt(at);
  if (!node) return null;
  const tr = closeHistory(state.tr);
  const to = gap.what === "lead" ? intoLead(tr, at, node) : into(tr, at, node, gap.at);
  if (to === null || !tr.docChanged) return null;
  follow(tr, state, at, to);
  return announce(tr.scrollIntoView(), placeInWords(tr.doc, to));
}

function intoLead(tr: Transaction, at: number, figure: Node): number | null {
  const inside = partAt(tr.doc, "lead") + 1;
  if (at === inside || figure.type !== schema.nodes.figure) return null;
  const present = leadFigure(tr.doc, inside);
  if (present) tr.replaceWith(at, at + figure.nodeSize, present);
  else takeOut(tr, at);
  tr.replaceWith(inside, inside + (present?.nodeSize ?? 0), figure);
  return inside;
}

function leadFigure(doc: Node, inside: number): Node | null {
  const node = doc.nodeAt(inside);
  return node?.type === schema.nodes.figure ? node : null;
}

function into(tr: Transaction, at: number, node: Node, gap: number): number | null {
  if (gap >= at && gap <= at + node.nodeSize) return null;
  if (!mayStandIn(tr.doc.resolve(gap).parent, node.type)) return null;
  const first = partAt(tr.doc, "body") + 1;
  const present = tr.doc.nodeAt(gap);
  const leads = at === partAt(tr.doc, "lead") + 1;
  if (leads && gap === first && present?.type === schema.nodes.figure) {
    return intoLead(tr, gap, present) === null ? null : partAt(tr.doc, "body") + 1;
  }
  // Put in first: a gallery that it leaves empty may have been all there was.
  tr.insert(gap, node);
  const done = tr.mapping.maps.length;
  takeOut(tr, tr.mapping.map(at, 1));
  return tr.mapping.slice(done).map(gap, gap > at ? 1 : -1);
}

/** Deletes the block. A body is never without one, and a gallery that is empty then goes too. */
export function takeOut(tr: Transaction, at: number): void {
  const $at = tr.doc.resolve(at);
  const node = $at.nodeAfter;
  if (!node) return;
  const alone = $at.parent.childCount === 1;
  if (alone && $at.parent.type === schema.nodes.gallery) return takeOut(tr, $at.before());
  const end = at + node.nodeSize;
  if (alone && $at.parent.type === schema.nodes.body) {
    tr.replaceWith(at, end, schema.nodes.paragraph.create());
  } else tr.delete(at, end);
}

/** The caret goes along when it stands in the block; otherwise the block is selected. */
function follow(tr: Transaction, before: EditorState, at: number, to: number): void {
  const { selection } = before;
  const size = before.doc.nodeAt(at)?.nodeSize ?? 0;
  const inside = selection instanceof TextSelection && selection.from > at && selection.to < at + size;
  const shift = to - at;
  tr.setSelection(
    inside
      ? TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift)
      : blockSelection(tr.doc, to),
  );
}

/** The block itself, or the caret at its head where it cannot be selected as a whole. */
export function blockSelection(doc: Node, at: number): Selection {
  const node = doc.nodeAt(at);
  if (node && NodeSelection.isSelectable(node)) return NodeSelection.create(doc, at);
  return Selection.near(doc.resolve(at + 1), 1);
}
