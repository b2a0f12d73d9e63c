/**
 * How the window looks, put onto the page: theme, contrast, and the face of the story. What was last
 * chosen is kept on this machine too, so that the first picture of the window is right before the
 * desk is read.
 */
import type { Looks } from "../desk/contract";

const KEY = "looks";
const MORE_CONTRAST = "(prefers-contrast: more)";

/** Shows what was chosen last. Call it before anything is drawn. */
export function beginLooks(): void {
  const system = window.matchMedia?.(MORE_CONTRAST);
  system?.addEventListener("change", () => show(lastLooks()));
  show(lastLooks());
}

export function showLooks(looks: Looks): void {
  localStorage.setItem(KEY, JSON.stringify(looks));
  show(looks);
}

function show(looks: Partial<Looks> | null): void {
  const { dataset, style } = document.documentElement;
  const theme = looks?.theme ?? "system";
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  const contrast = (looks?.highContrast ?? false) || window.matchMedia?.(MORE_CONTRAST).matches;
  if (contrast) dataset.contrast = "more";
  else delete dataset.contrast;
  dataset.font = looks?.font ?? "serif";
  style.setProperty("--story-size", String((looks?.textSize ?? 100) / 100));
  style.setProperty("--story-measure", String(looks?.measure ?? 66));
}

function lastLooks(): Partial<Looks> | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Looks> | null;
  } catch {
    return null;
  }
}
