/** Where photos that are dropped at a point of the window shall go. */

import type { EditorView } from "prosemirror-view";
import { figureAt, figureHolding, isWanted } from "./elements/figure/commands";
import { partAt } from "./fields";
import { schema } from "./schema";
import type { PhotoPlace } from "./types";

/** A wanted figure or an empty lead under the point is filled; else the nearest gap of the body. */
export function placeAt(view: EditorView, x: number, y: number): PhotoPlace {
  const { doc } = view.state;
  const at = figureUnder(view, x, y);
  if (at !== null) return placeAtFigure(view, at, y);
  const hit = view.posAtCoords({ left: x, top: y });
  if (!hit) return { what: "caret" };
  const body = partAt(doc, "body");
  if (hit.pos <= body) {
    const leadIsEmpty = doc.nodeAt(partAt(doc, "lead"))?.childCount === 0;
    return leadIsEmpty ? { what: "lead" } : head(body);
  }
  const $hit = doc.resolve(hit.pos);
  if ($hit.depth < 1 || $hit.node(1).type !== schema.nodes.body) return endOfBody(view);
  if ($hit.depth === 1) return { what: "position", at: hit.pos };
  return beside(view, $hit.before(2), y);
}

function figureUnder(view: EditorView, x: number, y: number): number | null {
  const element = view.root.elementFromPoint(x, y)?.closest("figure, .lead");
  if (!element || !view.dom.contains(element)) return null;
  if (element.classList.contains("lead")) return partAt(view.state.doc, "lead") + 1;
  return figureHolding(view.state.doc.resolve(view.posAtDOM(element, 0)));
}

function placeAtFigure(view: EditorView, at: number, y: number): PhotoPlace {
  const { doc } = view.state;
  const inLead = doc.resolve(at).parent.type === schema.nodes.lead;
  if (inLead && (!figureAt(doc, at) || isWanted(doc, at))) return { what: "lead" };
  if (isWanted(doc, at)) return { what: "figure", at };
  return inLead ? head(partAt(doc, "body")) : beside(view, at, y);
}

/** Before or after a block, whichever edge is nearer. */
function beside(view: EditorView, at: number, y: number): PhotoPlace {
  const dom = view.nodeDOM(at);
  const box = dom instanceof Element ? dom.getBoundingClientRect() : null;
  const below = box !== null && y > box.top + box.height / 2;
  const size = view.state.doc.nodeAt(at)?.nodeSize ?? 0;
  return { what: "position", at: below ? at + size : at };
}

function head(body: number): PhotoPlace {
  return { what: "position", at: body + 1 };
}

function endOfBody(view: EditorView): PhotoPlace {
  const body = partAt(view.state.doc, "body");
  const size = view.state.doc.nodeAt(body)?.nodeSize ?? 2;
  return { what: "position", at: body + size - 1 };
}
