/**
 * When a figure gets what stands around its words. The first of a story have it at once; the others get
 * it when they come near the window, and all of them, a few at a time, in the moments after the opening.
 * The tools on a picture are there only while it is near: every key walks past what is on the page.
 */

import { scrollerOf } from "../../sight";

export interface Furnished {
  readonly dom: HTMLElement;
  /** Once is enough. */
  furnish(): void;
  /** It came near the window, or left it. */
  near(near: boolean): void;
  /** The record of its photo may be another one. */
  follow(): void;
}

const AT_ONCE = 6;
const AT_A_TIME = 4;
const PAUSE_MS = 60;
const NEAR = "500px 0px";

export class Furnishing {
  private readonly figures = new Map<Element, Furnished>();
  private readonly waiting = new Set<Furnished>();
  private observer: IntersectionObserver | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly place: HTMLElement) {}

  add(figure: Furnished): void {
    this.figures.set(figure.dom, figure);
    if (typeof IntersectionObserver === "undefined") {
      figure.furnish();
      figure.near(true);
      return;
    }
    if (this.figures.size <= AT_ONCE) figure.furnish();
    else this.later(figure);
    this.observer ??= this.observe();
    this.observer.observe(figure.dom);
  }

  remove(figure: Furnished): void {
    this.figures.delete(figure.dom);
    this.waiting.delete(figure);
    this.observer?.unobserve(figure.dom);
  }

  follow(): void {
    for (const figure of this.figures.values()) figure.follow();
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.observer?.disconnect();
  }

  private observe(): IntersectionObserver {
    const root = scrollerOf(this.place);
    return new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.seen(target, isIntersecting);
      },
      { root, rootMargin: NEAR },
    );
  }

  private seen(target: Element, near: boolean): void {
    const figure = this.figures.get(target);
    if (!figure) return;
    if (near && this.waiting.delete(figure)) figure.furnish();
    figure.near(near);
  }

  private later(figure: Furnished): void {
    this.waiting.add(figure);
    this.timer ??= setTimeout(() => this.some(), PAUSE_MS);
  }

  private some(): void {
    for (const figure of [...this.waiting].slice(0, AT_A_TIME)) {
      this.waiting.delete(figure);
      figure.furnish();
    }
    this.timer = this.waiting.size > 0 ? setTimeout(() => this.some(), PAUSE_MS) : undefined;
  }
}
