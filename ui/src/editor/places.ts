/** Where photos that are dropped at a point of the window shall go. */

import type { EditorView } from "prosemirror-view";
import { aimAt, positionBeside } from "./blocks/aim";
import { figureAt, figureHolding, isWanted } from "./elements/figure/commands";
import { partAt } from "./fields";
import { schema } from "./schema";
import type { PhotoPlace } from "./types";

/** A wanted figure or an empty lead under the point is filled; else the nearest gap of the body. */
export function placeAt(view: EditorView, x: number, y: number): PhotoPlace {
  const { doc } = view.state;
  const at = figureUnder(view, x, y);
  if (at !== null) return placeAtFigure(view, at, x, y);
  const empty = emptyGalleryUnder(view, x, y);
  if (empty !== null) return { what: "position", at: empty + 1 };
  const hit = view.posAtCoords({ left: x, top: y });
  if (!hit) return { what: "caret" };
  const body = partAt(doc, "body");
  if (hit.pos <= body) {
    const leadIsEmpty = doc.nodeAt(partAt(doc, "lead"))?.childCount === 0;
    return leadIsEmpty ? { what: "lead" } : head(body);
  }
  const $hit = doc.resolve(hit.pos);
  if ($hit.depth < 1 || $hit.node(1).type !== schema.nodes.body) return endOfBody(view);
  if ($hit.depth === 1 || $hit.parent.type === schema.nodes.gallery) {
    return { what: "position", at: hit.pos };
  }
  return beside(view, $hit.before(2), y);
}

function figureUnder(view: EditorView, x: number, y: number): number | null {
  const element = view.root.elementFromPoint(x, y)?.closest("figure, .lead");
  if (!element || !view.dom.contains(element)) return null;
  if (element.classList.contains("lead")) return partAt(view.state.doc, "lead") + 1;
  return figureHolding(view.state.doc.resolve(view.posAtDOM(element, 0)));
}

/** The position of a gallery without photos under the point. */
function emptyGalleryUnder(view: EditorView, x: number, y: number): number | null {
  const element = view.root.elementFromPoint(x, y)?.closest<HTMLElement>(".gallery");
  if (!element || !view.dom.contains(element)) return null;
  const at = positionBeside(view, element);
  return view.state.doc.nodeAt(at)?.childCount === 0 ? at : null;
}

function placeAtFigure(view: EditorView, at: number, x: number, y: number): PhotoPlace {
  const { doc } = view.state;
  const inLead = doc.resolve(at).parent.type === schema.nodes.lead;
  if (inLead && (!figureAt(doc, at) || isWanted(doc, at))) return { what: "lead" };
  if (isWanted(doc, at)) return { what: "figure", at };
  if (inLead) return head(partAt(doc, "body"));
  return doc.resolve(at).parent.type === schema.nodes.gallery ? inGallery(view, x, y) : beside(view, at, y);
}

/** Between the photos of a gallery, which stand beside each other. */
function inGallery(view: EditorView, x: number, y: number): PhotoPlace {
  const aim = aimAt(view, schema.nodes.figure, x, y);
  return aim?.gap.what === "between" ? { what: "position", at: aim.gap.at } : { what: "caret" };
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
