/** Keeps each change of the settings at once, and has a quiet line say so. */
import { DeskFailure } from "../../desk";
import type { ChangePublication, ChangeSettings } from "../../desk/contract";
import { say } from "../../messages";
import { write } from "../changes";
import { desk } from "../desk.svelte";
import { settings } from "../settings.svelte";

const AS_IT_IS: ChangeSettings = {
  states: null,
  desks: null,
  limits: null,
  tkMarks: null,
  dateline: null,
  typing: null,
  looks: null,
};

class Keeping {
  /** What was kept last, or what else there is to say. */
  told = $state("");
  failure = $state.raw<DeskFailure | null>(null);

  begin(): void {
    this.told = "";
    this.failure = null;
  }

  tell(words: string): void {
    this.failure = null;
    // The same words twice would not be read out twice.
    this.told = this.told === words ? `${words}\u00a0` : words;
  }

  /** `what` names it, as its label does. Answers whether it was kept. */
  settings(what: string, change: Partial<ChangeSettings>, told = say.settings.kept(what)): Promise<boolean> {
    return this.do(told, async () => {
      settings.now = await write("change_settings", { ...AS_IT_IS, ...change });
    });
  }

  publication(what: string, change: Partial<ChangePublication>): Promise<boolean> {
    return this.do(say.settings.kept(what), () => desk.changePublication(change));
  }

  /** Does something, and says `told` when it is done, or why not. Nothing is said with nothing to say. */
  async do(told: string, doing: () => Promise<unknown>): Promise<boolean> {
    try {
      await doing();
      if (told !== "") this.tell(told);
      return true;
    } catch (thrown) {
      this.failure = DeskFailure.from(thrown, "change the settings");
      this.told = "";
      return false;
    }
  }
}

export const keeping = new Keeping();
