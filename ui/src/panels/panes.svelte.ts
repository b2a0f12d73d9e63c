/**
 * The panes of the window: which is shown where there is no room for all, and which has the focus.
 * A pane is the element with `data-pane`; F6 walks them in the order of reading.
 */
import { tick } from "svelte";
import { say } from "../messages";
import { speak } from "./speak.svelte";

export type PaneName = "stories" | "page" | "details";

/** The page alone is always in sight above this width; below it, one pane at a time. */
export const ONE_PANE = "(max-width: 38.75em)";

const FOCUSABLE =
  "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [contenteditable='true'], [tabindex]:not([tabindex='-1'])";

class Panes {
  /**
   * In a narrow window the one that is shown; in a middling one "stories" lays them over the page.
   * In a wide window all are in sight, and nothing depends on it.
   */
  shown = $state<PaneName>("page");
  #last = new WeakMap<Element, HTMLElement>();

  show(pane: PaneName): void {
    this.shown = pane;
  }

  /** The button in the top bar. */
  toggleStories(): void {
    if (this.shown === "stories") return this.show("page");
    this.show("stories");
    void tick().then(() => this.#enter(find("stories")));
  }

  /** Shows a pane and puts the focus into it. */
  async go(pane: PaneName): Promise<void> {
    this.show(pane);
    await tick();
    this.#enter(find(pane));
  }

  /** From pane to pane, and round at the ends. */
  step(by: 1 | -1): void {
    const all = inReach();
    if (all.length === 0) return;
    const here = all.findIndex((pane) => pane.contains(document.activeElement));
    const at = here < 0 ? (by > 0 ? 0 : all.length - 1) : (here + by + all.length) % all.length;
    const pane = all[at];
    if (!pane) return;
    const name = pane.dataset.pane ?? "";
    if (name === "stories" || name === "page" || name === "details") this.show(name);
    void tick().then(() => this.#enter(pane));
  }

  /** Remembers where the focus is in each pane, so that coming back finds it. */
  readonly note = (event: FocusEvent): void => {
    const { target } = event;
    const pane = target instanceof HTMLElement ? target.closest("[data-pane]") : null;
    if (pane && target instanceof HTMLElement) this.#last.set(pane, target);
  };

  #enter(pane: HTMLElement | null): void {
    if (!pane) return;
    const last = this.#last.get(pane);
    const before = last && pane.contains(last) && isShown(last) ? last : null;
    const wanted = before ?? pane.querySelector<HTMLElement>("[contenteditable='true']") ?? first(pane);
    if (wanted) wanted.focus();
    else pane.focus();
    speak.softly(pane.getAttribute("aria-label") ?? say.panes.panes);
  }
}

export const panes = new Panes();

function find(pane: PaneName): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
}

/** In the order of the document. One that lies hidden for want of room is shown when it is gone to. */
function inReach(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>("[data-pane]")];
  return all.filter((pane) => !pane.inert);
}

function first(pane: HTMLElement): HTMLElement | null {
  return [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown) ?? null;
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
