/**
 * Dragging a block by a handle. Pointer events, not the browser's own dragging: the window takes
 * that for files from outside.
 */

import type { EditorView } from "prosemirror-view";
import type { Aim } from "./aim";
import { aimAt } from "./aim";
import { blockSelection, travel } from "./travel";

const STARTS_AFTER_PX = 4;
const EDGE_PX = 56;
const SCROLL_PX = 14;

/** Lets the block at `getPos` be dragged by `handle`; a click there selects it. */
export function dragBy(
  handle: HTMLElement,
  view: EditorView,
  getPos: () => number | undefined,
): void {
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !view.editable) return;
    event.preventDefault();
    new BlockDrag(handle, view, getPos, event).begin();
  });
}

class BlockDrag {
  private readonly line = document.createElement("div");
  private readonly stop = new AbortController();
  private x: number;
  private y: number;
  private aim: Aim | null = null;
  private moving = false;

  constructor(
    private readonly handle: HTMLElement,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly start: PointerEvent,
  ) {
    this.x = start.clientX;
    this.y = start.clientY;
    this.line.className = "block-drop";
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
    this.x = event.clientX;
    this.y = event.clientY;
    const far = Math.hypot(this.x - this.start.clientX, this.y - this.start.clientY);
    if (!this.moving && far < STARTS_AFTER_PX) return;
    if (!this.moving) this.show();
    this.take();
  }

  private show(): void {
    this.moving = true;
    document.body.append(this.line);
    this.view.dom.classList.add("dragging-block");
    this.scroll();
  }

  private take(): void {
    const at = this.getPos();
    const node = at === undefined ? null : this.view.state.doc.nodeAt(at);
    this.aim = node && aimAt(this.view, node.type, this.x, this.y);
    this.line.hidden = this.aim === null;
    if (!this.aim) return;
    const { left, top, width, height } = this.aim.line;
    Object.assign(this.line.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
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
      this.take();
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
    const { aim, moving } = this;
    this.end();
    if (at === undefined) return;
    this.view.focus();
    const { state } = this.view;
    if (!moving) this.view.dispatch(state.tr.setSelection(blockSelection(state.doc, at)));
    const tr = aim && travel(state, at, aim.gap);
    if (tr) this.view.dispatch(tr);
  }

  private end(): void {
    this.stop.abort();
    this.line.remove();
    this.view.dom.classList.remove("dragging-block");
  }
}
