/** What of the story is in sight, and what scrolls it. */

import type { EditorView } from "prosemirror-view";
import type { Range } from "./changed";

/** Drawn beyond the edges, so that a small scroll shows nothing bare. */
const MARGIN_PX = 300;
/** Where nothing is laid out, or one paragraph fills the window many times over. */
const MOST_CHARACTERS = 30_000;

const scrollers = new WeakMap<Element, Element>();

/** The element that scrolls when `element` is too long for the window. Once found, it is asked for nothing. */
export function scrollerOf(element: Element): Element | null {
  const known = scrollers.get(element);
  if (known?.contains(element)) return known;
  const found = lookForScroller(element);
  if (found && found !== document.scrollingElement) scrollers.set(element, found);
  return found;
}

function lookForScroller(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

/** The positions between the upper and the lower edge of what is in sight, and a little more. */
export function inSight(view: EditorView, scroller: Element | null): Range {
  const box = (scroller ?? view.dom).getBoundingClientRect();
  const size = view.state.doc.content.size;
  const from = at(view, box.top - MARGIN_PX) ?? 0;
  const to = at(view, box.bottom + MARGIN_PX) ?? size;
  return { from, to: Math.min(Math.max(to, from), from + MOST_CHARACTERS, size) };
}

function at(view: EditorView, top: number): number | null {
  const page = view.dom.getBoundingClientRect();
  if (typeof view.dom.ownerDocument.elementFromPoint !== "function") return null;
  if (top <= page.top || top >= page.bottom) return null;
  return blockAt(view, top);
}

/**
 * By the boxes of the blocks, halving: what is out of the window cannot be asked for by a point. Inside
 * a block that is taller than the window the point itself is asked for.
 */
function blockAt(view: EditorView, top: number): number | null {
  const body = view.dom.querySelector(":scope > .body");
  const blocks = body ? [...body.children] : [];
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? top) < top) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  if (!block) return null;
  const box = block.getBoundingClientRect();
  if (box.height < window.innerHeight) return view.posAtDOM(block, 0);
  const left = box.left + box.width / 2;
  const within = Math.min(Math.max(top, 1), window.innerHeight - 1);
  return view.posAtCoords({ left, top: within })?.pos ?? view.posAtDOM(block, 0);
}
