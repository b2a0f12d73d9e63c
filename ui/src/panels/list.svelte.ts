/** The story list and what narrows it. */
import { act, type Stop } from "../desk";
import type { StoryRow } from "../desk/contract";
import { onChanged } from "./changes";
import { notices } from "./notices.svelte";

// Saves come every other second while somebody types; one reading of the list covers a burst.
const TYPING_MS = 80;
const CHANGED_MS = 200;

const EVERY = { flag: null, sort: "changed", skip: 0, most: 0 } as const;

class StoryList {
  rows = $state.raw<StoryRow[]>([]);
  loaded = $state(false);
  filter = $state("");
  state = $state<string | null>(null);
  spiked = $state(false);
  readonly narrowed = $derived(this.filter.trim() !== "" || this.state !== null || this.spiked);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = 0;

  search(words: string): void {
    this.filter = words;
    this.#soon(TYPING_MS);
  }

  showState(state: string | null): void {
    this.state = state;
    void this.read();
  }

  showSpiked(spiked: boolean): void {
    this.spiked = spiked;
    this.state = null;
    void this.read();
  }

  showAll(): void {
    this.filter = "";
    this.showSpiked(false);
  }

  async read(): Promise<void> {
    clearTimeout(this.#timer);
    const reading = ++this.#reading;
    const { filter, state, spiked } = this;
    try {
      const rows = await act("stories", { ...EVERY, filter: filter.trim(), state, spiked });
      if (reading !== this.#reading) return;
      this.rows = rows;
      this.loaded = true;
    } catch (thrown) {
      notices.tellFailure(thrown, "list the stories");
    }
  }

  follow(): Stop {
    return onChanged((changed) => {
      if (changed.some(({ what }) => what === "stories")) this.#soon(CHANGED_MS);
    });
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.read(), ms);
  }
}

export const list = new StoryList();
