/**
 * Dragging a figure by its handle. Pointer events, not the browser's own dragging: the window takes
 * that for files from outside.
 */

import type { EditorView } from "prosemirror-view";
import { partAt } from "../../fields";
import type { Gap } from "./travel";
import { travel } from "./travel";

const STARTS_AFTER_PX = 4;
const EDGE_PX = 56;
const SCROLL_PX = 14;

/** Lets the figure at `getPos` be dragged by `handle`. */
export function dragBy(
  handle: HTMLElement,
  view: EditorView,
  getPos: () => number | undefined,
): void {
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    new FigureDrag(handle, view, getPos, event).begin();
  });
}

class FigureDrag {
  private readonly line = document.createElement("div");
  private readonly stop = new AbortController();
  private y: number;
  private target: Gap | null = null;
  private moving = false;

  constructor(
    private readonly handle: HTMLElement,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly start: PointerEvent,
  ) {
    this.y = start.clientY;
    this.line.className = "figure-drop";
  }

  begin(): void {
    const { signal } = this.stop;
    this.handle.setPointerCapture(this.start.pointerId);
    this.handle.addEventListener("pointermove", (event) => this.move(event), { signal });
    this.handle.addEventListener("pointerup", () => this.drop(), { signal });
    this.handle.addEventListener("pointercancel", () => this.end(), { signal });
    window.addEventListener("keydown", (event) => this.press(event), { signal, capture: true });
  }

  private move(event: PointerEvent): void {
    this.y = event.clientY;
    if (!this.moving && Math.abs(this.y - this.start.clientY) < STARTS_AFTER_PX) return;
    if (!this.moving) this.show();
    this.aim();
  }

  private show(): void {
    this.moving = true;
    document.body.append(this.line);
    this.view.dom.classList.add("dragging-figure");
    this.scroll();
  }

  private aim(): void {
    const found = gapAt(this.view, this.y);
    this.target = found.gap;
    const { left, width } = this.view.dom.getBoundingClientRect();
    Object.assign(this.line.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: `${found.y}px`,
    });
  }

  /** Goes on scrolling while the pointer rests at an edge. */
  private scroll(): void {
    if (this.stop.signal.aborted) return;
    const pane = this.view.dom.closest<HTMLElement>(".scroll") ?? document.documentElement;
    const { top, bottom } = pane.getBoundingClientRect();
    const by = this.y < top + EDGE_PX ? -SCROLL_PX : this.y > bottom - EDGE_PX ? SCROLL_PX : 0;
    if (by !== 0) {
      pane.scrollTop += by;
      this.aim();
    }
    requestAnimationFrame(() => this.scroll());
  }

  private press(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.end();
  }

  private drop(): void {
    const at = this.getPos();
    const { target } = this;
    this.end();
    if (at === undefined || target === null) return;
    const tr = travel(this.view.state, at, target);
    this.view.focus();
    if (tr) this.view.dispatch(tr);
  }

  private end(): void {
    this.stop.abort();
    this.line.remove();
    this.view.dom.classList.remove("dragging-figure");
  }
}

/** The gap that is nearest to this height of the window, and where its line stands. */
function gapAt(view: EditorView, y: number): { gap: Gap; y: number } {
  const { doc } = view.state;
  const leads = boxOf(view, partAt(doc, "lead"));
  if (leads && y < leads.top + leads.height / 2) return { gap: { what: "lead" }, y: leads.top };
  const body = partAt(doc, "body");
  let nearest = { gap: { what: "body", at: body + 1 } as Gap, y: 0, far: Infinity };
  const offer = (at: number, edge: number) => {
    const far = Math.abs(edge - y);
    if (far < nearest.far) nearest = { gap: { what: "body", at }, y: edge, far };
  };
  doc.nodeAt(body)?.forEach((block, offset) => {
    const at = body + 1 + offset;
    const box = boxOf(view, at);
    if (!box) return;
    offer(at, box.top - 8);
    offer(at + block.nodeSize, box.bottom + 8);
  });
  return nearest;
}

function boxOf(view: EditorView, at: number): DOMRect | null {
  const dom = view.nodeDOM(at);
  return dom instanceof Element ? dom.getBoundingClientRect() : null;
}
