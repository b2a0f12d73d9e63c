/**
 * Rows that are dragged to another place. By pointer events: the window keeps the browser's own drag
 * for files from outside.
 */
import type { Work } from "./work.svelte";

/** A hand that shakes is no drag. */
const START_PX = 5;

export class DragRows {
  /** The row under the hand; −1 while nothing is dragged. */
  from = $state(-1);
  /** The row whose place it would take. */
  over = $state(-1);

  constructor(
    private readonly work: Work,
    /** Takes the focus back to the row that was moved. */
    private readonly onDropped: () => void,
  ) {}

  get dragging(): boolean {
    return this.from >= 0;
  }

  /** Begins where a photo is pressed. */
  press(event: PointerEvent, row: number): void {
    if (event.button !== 0 || this.work.sheet.readOnly) return;
    const startY = event.clientY;
    const move = (moved: PointerEvent) => {
      if (!this.dragging && Math.abs(moved.clientY - startY) < START_PX) return;
      moved.preventDefault();
      this.from = row;
      this.over = rowAt(moved) ?? this.over;
    };
    const end = (ended: Event) => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("keydown", leave, true);
      if (this.dragging && ended.type === "pointerup") this.#drop();
      this.from = this.over = -1;
    };
    const leave = (key: KeyboardEvent) => {
      if (key.key !== "Escape" || !this.dragging) return;
      key.preventDefault();
      key.stopPropagation();
      this.from = this.over = -1;
      end(key);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("keydown", leave, true);
    window.addEventListener("pointerup", end, { once: true });
    window.addEventListener("pointercancel", end, { once: true });
  }

  #drop(): void {
    if (this.over >= 0 && this.over !== this.from) this.work.moveTo(this.from, this.over);
    this.onDropped();
  }
}

function rowAt({ clientX, clientY }: PointerEvent): number | null {
  const under = document.elementFromPoint(clientX, clientY)?.closest("[data-line]");
  const line = under instanceof HTMLElement ? Number(under.dataset.line) : Number.NaN;
  return Number.isInteger(line) ? line : null;
}
