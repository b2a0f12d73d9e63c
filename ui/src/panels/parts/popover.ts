const GAP_PX = 4;
const EDGE_PX = 8;

/** Puts an open popover under its button, or above it, and always inside the window. */
export function placeBelow(popover: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const size = popover.getBoundingClientRect();
  const below = from.bottom + GAP_PX;
  const fits = below + size.height + EDGE_PX <= window.innerHeight;
  const top = fits ? below : Math.max(EDGE_PX, from.top - GAP_PX - size.height);
  const furthest = window.innerWidth - size.width - EDGE_PX;
  popover.style.top = `${top}px`;
  popover.style.left = `${Math.max(EDGE_PX, Math.min(from.left, furthest))}px`;
}

/** Puts an open popover at a point of the page, and always inside the window. */
export function placeAt(popover: HTMLElement, at: { x: number; y: number }): void {
  const size = popover.getBoundingClientRect();
  const left = Math.min(at.x, window.innerWidth - size.width - EDGE_PX);
  const top = Math.min(at.y, window.innerHeight - size.height - EDGE_PX);
  popover.style.left = `${Math.max(EDGE_PX, left)}px`;
  popover.style.top = `${Math.max(EDGE_PX, top)}px`;
}
