/** How large the web view shows the page. What the shell measures in the window's own points is divided by it. */
import { act } from "./act";

let factor = 1;

/** 100 is the usual size. */
export async function zoomWindow(percent: number): Promise<void> {
  factor = percent / 100;
  await act("zoom_window", { percent });
}

export function zoomFactor(): number {
  return factor;
}
