/** How large the window shows everything. Kept on this machine for each desk. */
import { zoomWindow } from "../desk";
import { say } from "../messages";
import { desk } from "./desk.svelte";
import { notices } from "./notices.svelte";
import { speak } from "./speak.svelte";

/** In per cent. */
export const ZOOMS: readonly number[] = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
const USUAL = 100;

class Zoom {
  percent = $state(USUAL);

  /** Shows the desk as it was left. */
  begin(): void {
    const kept = Number(localStorage.getItem(this.#key));
    if (ZOOMS.includes(kept)) void this.#show(kept);
  }

  step(by: 1 | -1): void {
    const at = ZOOMS.indexOf(this.percent);
    const next = ZOOMS[at + by];
    if (next !== undefined) this.set(next);
  }

  set(percent: number): void {
    localStorage.setItem(this.#key, String(percent));
    void this.#show(percent);
    speak.softly(say.panes.zoom(percent));
  }

  usual(): void {
    this.set(USUAL);
  }

  async #show(percent: number): Promise<void> {
    this.percent = percent;
    try {
      await zoomWindow(percent);
    } catch (thrown) {
      notices.tellFailure(thrown, "zoom");
    }
  }

  get #key(): string {
    return `zoom ${desk.about?.folder ?? ""}`;
  }
}

export const zoom = new Zoom();
