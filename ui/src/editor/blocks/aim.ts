/** Which gap a point of the window means, and where its line is drawn. */

import type { NodeType } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { partAt } from "../fields";
import { schema } from "../schema";
import type { Gap } from "./gaps";

export interface Aim {
  gap: Gap;
  /** In pixels of the window. */
  line: { left: number; top: number; width: number; height: number };
}

const LINE_PX = 3;

/** Half the room between two blocks. */
const BETWEEN_PX = 8;

/** The gap for a block of this type. A figure may also lead, and go into a gallery. */
export function aimAt(view: EditorView, type: NodeType, x: number, y: number): Aim | null {
  if (type !== schema.nodes.figure) return inBody(view, y);
  return inLead(view, y) ?? inGallery(view, x, y) ?? inBody(view, y);
}

function inLead(view: EditorView, y: number): Aim | null {
  const dom = view.nodeDOM(partAt(view.state.doc, "lead"));
  const box = dom instanceof Element ? dom.getBoundingClientRect() : null;
  if (!box || y >= box.top + box.height / 2) return null;
  return { gap: { what: "lead" }, line: { left: box.left, top: box.top, width: box.width, height: LINE_PX } };
}

function inBody(view: EditorView, y: number): Aim | null {
  const block = blockAtHeight(view, y);
  if (!block) return null;
  const box = block.getBoundingClientRect();
  const below = y > box.top + box.height / 2;
  const { left, width } = (block.parentElement ?? block).getBoundingClientRect();
  const top = below ? box.bottom + BETWEEN_PX : box.top - BETWEEN_PX;
  return { gap: gapBeside(view, block, below), line: { left, top, width, height: LINE_PX } };
}

/** Beside the figure of a gallery under the point: left or right of it, as the page reads. */
function inGallery(view: EditorView, x: number, y: number): Aim | null {
  const block = blockAtHeight(view, y);
  const room = block?.matches(".gallery") ? block.querySelector(".gallery-photos") : null;
  if (!block || !room) return null;
  const edge = block.getBoundingClientRect();
  if (y < edge.top + BETWEEN_PX * 2 || y > edge.bottom - BETWEEN_PX * 2) return null;
  const figure = nearest([...room.children], x, y);
  if (!figure) return null;
  const box = figure.getBoundingClientRect();
  const right = x > box.left + box.width / 2;
  const leftToRight = getComputedStyle(room).direction === "ltr";
  const left = right ? box.right + BETWEEN_PX : box.left - BETWEEN_PX;
  return {
    gap: gapBeside(view, figure, right === leftToRight),
    line: { left, top: box.top, width: LINE_PX, height: box.height },
  };
}

function nearest(elements: Element[], x: number, y: number): Element | null {
  const far = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  };
  return elements.reduce<Element | null>(
    (best, one) => (best === null || far(one) < far(best) ? one : best),
    null,
  );
}

function gapBeside(view: EditorView, block: Element, after: boolean): Gap {
  return { what: "between", at: positionBeside(view, block, after) };
}

/** The position before or after the node that this element shows. */
export function positionBeside(view: EditorView, block: Element, after = false): number {
  const parent = block.parentElement;
  if (!parent) return 0;
  const index = [...parent.children].indexOf(block) + (after ? 1 : 0);
  // Counted in child nodes, among which nothing but the blocks' elements stands.
  return view.posAtDOM(parent, index, after ? 1 : -1);
}

/**
 * The block of the body at this height of the window, or the nearest. Blocks stand one under the
 * other, so that a few measurements find one among thousands.
 */
export function blockAtHeight(view: EditorView, y: number): HTMLElement | null {
  const body = view.dom.querySelector(":scope > .body");
  const blocks = body?.children;
  if (!blocks || blocks.length === 0) return null;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (y > blocks[middle]!.getBoundingClientRect().bottom + BETWEEN_PX) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block instanceof HTMLElement ? block : null;
}
