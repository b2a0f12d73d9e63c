/** How this desk works, as it was last read. Before that, as a desk begins. */
import { act, type Stop } from "../desk";
import type { Settings } from "../desk/contract";
import { say } from "../messages";
import { onChanged } from "./changes";

class DeskSettings {
  now = $state.raw<Settings | null>(null);
  readonly states = $derived(
    this.now?.states ?? Object.entries(say.states).map(([id, name]) => ({ id, name })),
  );

  async read(answer = act("settings", {})): Promise<void> {
    this.now = await answer;
  }

  /** What the desk calls a state. */
  stateName(id: string): string {
    return this.states.find((state) => state.id === id)?.name ?? id;
  }

  follow(): Stop {
    return onChanged((changed) => {
      if (changed.some(({ what }) => what === "settings")) void this.read();
    });
  }
}

export const settings = new DeskSettings();
