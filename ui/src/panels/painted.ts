/**
 * Notes in the browser's own timeline that something stands on the screen: `cutline:list`,
 * `cutline:story`. Whoever measures the start of the window reads it there; nothing else does.
 */
export function painted(what: "list" | "story"): void {
  // What was set just now is painted with the next frame, and is on the screen with the one after.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(`cutline:${what}`)));
}
