/**
 * Spelling and input methods follow the story's language and the desk's settings. Also the way of a
 * word into the desk's dictionary, from its menu or from the keyboard.
 */
import { act, onLearnWord, type Point, type Stop } from "../../desk";
import type { WriteIn } from "../../desk/contract";
import { say } from "../../messages";
import { onChanged } from "../changes";
import { desk } from "../desk.svelte";
import { picture } from "../painted.svelte";
import { session } from "../session.svelte";
import { settings } from "../settings.svelte";
import { learnAt } from "./learning";
import { nameOf } from "./languages";

class Spelling {
  /** The dictionary in use; `null`: this machine has none. `undefined`: not known yet. */
  dictionary = $state.raw<string | null | undefined>(undefined);
  readonly #how = $derived<WriteIn>({
    language: session.writing.language,
    spelling: settings.now?.typing.spelling ?? true,
    preedit: settings.now?.typing.preedit ?? true,
  });
  /** What to tell who wonders why nothing is marked. `null`: nothing. */
  readonly remark = $derived(
    this.#how.spelling && this.dictionary === null
      ? say.language.noDictionary(nameOf(this.#how.language))
      : null,
  );
  #run = 0;
  #clicked: Point | null = null;

  follow(): Stop {
    const click = (event: MouseEvent) => (this.#clicked = { x: event.clientX, y: event.clientY });
    window.addEventListener("contextmenu", click, { capture: true });
    const stops = [
      $effect.root(() => {
        $effect(() => void (desk.about && settings.now && picture.shown && this.#apply(this.#how)));
      }),
      onChanged((changed) => {
        if (changed.some(({ what }) => what === "words")) void this.#apply(this.#how);
      }),
      onLearnWord(() => void learnAt(this.#clicked ?? undefined)),
      () => window.removeEventListener("contextmenu", click, { capture: true }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async #apply(how: WriteIn): Promise<void> {
    const run = ++this.#run;
    try {
      const { dictionary } = await act("write_in", how);
      if (run === this.#run) this.dictionary = dictionary;
    } catch {
      // The text is written all the same; the log says why it is not checked.
      if (run === this.#run) this.dictionary = undefined;
    }
  }
}

export const spelling = new Spelling();
