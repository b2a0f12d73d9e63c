/** The gaps between blocks: where one may go, and the one beside it. */

import type { Node, NodeType } from "prosemirror-model";
import { partAt } from "../fields";
import { schema } from "../schema";

/** The place of the lead, or a position between two blocks of the body, a gallery or a box. */
export type Gap = { what: "lead" } | { what: "between"; at: number };

/** Whether a block of this type may stand between the children of `parent`. */
export function mayStandIn(parent: Node, type: NodeType): boolean {
  const { body, gallery, figure } = schema.nodes;
  return parent.type === body || (parent.type === gallery && type === figure);
}

/**
 * The gap past the figure's neighbour, in reading order: up from the head of the body it leads the
 * story, and a gallery on the way takes it in. `null`: it goes no further.
 */
export function gapBesideFigure(doc: Node, at: number, step: 1 | -1): Gap | null {
  const $at = doc.resolve(at);
  const body = partAt(doc, "body");
  if ($at.parent.type === schema.nodes.lead) return step === 1 ? between(body + 1) : null;
  const index = $at.index();
  const next = $at.parent.maybeChild(index + step);
  if (!next) return beyondEdge(doc, at, step);
  const start = $at.posAtIndex(step === 1 ? index + 1 : index - 1);
  const inside = step === 1 ? start + 1 : start + next.nodeSize - 1;
  if (next.type === schema.nodes.gallery) return between(inside);
  return between(step === 1 ? start + next.nodeSize : start);
}

function beyondEdge(doc: Node, at: number, step: 1 | -1): Gap | null {
  const $at = doc.resolve(at);
  if ($at.parent.type === schema.nodes.gallery) return between(step === 1 ? $at.after() : $at.before());
  return step === -1 ? { what: "lead" } : null;
}

function between(at: number): Gap {
  return { what: "between", at };
}
