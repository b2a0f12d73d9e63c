/**
 * When something stands on the screen. It is noted in the browser's own timeline too, as
 * `cutline:list` and `cutline:story`: whoever measures the start of the window reads it there.
 */

/** Runs once what was set just now is on the screen. */
export function whenPainted(run: () => void): void {
  // It is painted with the next frame, and is on the screen with the one after.
  requestAnimationFrame(() => requestAnimationFrame(run));
}

export function painted(what: "list" | "story"): void {
  whenPainted(() => performance.mark(`cutline:${what}`));
}

class Picture {
  /** Whether the first picture of the window was shown: what it does not need waits for it. */
  shown = $state(false);
}

export const picture = new Picture();
