/**
 * The strip of tools on an element. Alt+F10 goes to it from the text, the arrows go along it, and
 * Escape goes back.
 */

import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { piece } from "./dom";

const TOOLS = "button:not([disabled]), select, input";

/** A strip with these tools; only the first of them is in the order of Tab. */
export function strip(view: EditorView, label: string, ...tools: HTMLElement[]): HTMLElement {
  const dom = piece("div", "strip", ...tools);
  dom.setAttribute("role", "toolbar");
  dom.setAttribute("aria-label", label);
  dom.addEventListener("keydown", (event) => press(event, dom, view));
  return dom;
}

function press(event: KeyboardEvent, dom: HTMLElement, view: EditorView): void {
  if (event.key === "Escape") {
    event.preventDefault();
    view.focus();
    return;
  }
  const target = event.target as HTMLElement;
  // A select and a field have the arrows for themselves.
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined || !(target instanceof HTMLButtonElement)) return;
  const all = [...dom.querySelectorAll<HTMLElement>(TOOLS)];
  const forward = getComputedStyle(dom).direction === "rtl" ? -step : step;
  const next = all[(all.indexOf(target) + forward + all.length) % all.length];
  event.preventDefault();
  next?.focus();
}

/** Puts the focus into the strip of the element around the selection. */
export const enterStrip: Command = (state, _, view) => {
  const { $from } = state.selection;
  const node = view?.nodeDOM(state.selection.from);
  const selected = node instanceof Element ? stripOf(node) : null;
  const found = selected ?? [...stripsAround($from.depth, (depth) => view?.nodeDOM($from.before(depth)))][0];
  const tool = found?.querySelector<HTMLElement>(TOOLS);
  tool?.focus();
  return tool !== undefined && tool !== null;
};

/** From the innermost element outwards. */
function* stripsAround(depth: number, domAt: (depth: number) => unknown): Generator<Element> {
  for (let at = depth; at > 0; at--) {
    const dom = domAt(at);
    const found = dom instanceof Element ? stripOf(dom) : null;
    if (found) yield found;
  }
}

const makers = new WeakMap<Element, () => void>();

/** For an element whose strip is not always there: how to have it there. */
export function stripWhenWanted(dom: Element, make: () => void): void {
  makers.set(dom, make);
}

function stripOf(dom: Element): Element | null {
  makers.get(dom)?.();
  return dom.querySelector(":scope > .strip, :scope > .figure-tools");
}
