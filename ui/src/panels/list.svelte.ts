/**
 * The story list, what narrows it, and what is selected in it.
 *
 * It promises: the first rows ask for one page and wait for nothing else; later pages are read when
 * somebody looks at them; a change anywhere reads again only what is in sight.
 */
import { act, type Stop } from "../desk";
import type { Stories, StoryCounts, StoryFlag, StoryRow, StorySort } from "../desk/contract";
import { say } from "../messages";
import { onChanged } from "./changes";
import { desk } from "./desk.svelte";
import { Pages, type Wanted } from "./list/pages";
import { NONE, rangeTo, toggled, withRange, type Selection } from "./list/selection";
import { keepView, type View } from "./list/view";
import { notices } from "./notices.svelte";
import { FIRST_ROWS, type FirstRows } from "./opening";
import { painted } from "./painted.svelte";

// Saves come every other second while somebody types; one reading of the list covers a burst.
const TYPING_MS = 80;
const CHANGED_MS = 200;

class StoryList {
  rows = $state.raw<readonly (StoryRow | null)[]>([]);
  loaded = $state(false);
  filter = $state("");
  spiked = $state(false);
  view = $state.raw<View>({ state: null, flag: null, sort: "changed" });
  counts = $state.raw<StoryCounts | null>(null);
  selection = $state.raw<Selection>(NONE);
  /** What a screen reader is told after the list was narrowed. */
  told = $state("");
  readonly total = $derived(this.rows.length);
  readonly narrowed = $derived(
    this.filter.trim() !== "" || this.view.state !== null || this.view.flag !== null || this.spiked,
  );
  #pages = new Pages<StoryRow>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = 0;
  #flights = new Set<Promise<void>>();
  #seen = { from: 0, to: 0 };

  /** Shows the list as it was left on this desk. */
  async start(first: Promise<FirstRows>): Promise<void> {
    const reading = ++this.#reading;
    try {
      const { view, counts, rows } = await first;
      if (reading === this.#reading) this.view = view;
      this.#take(reading, 0, counts, rows);
    } catch (thrown) {
      if (reading === this.#reading) notices.tellFailure(thrown, "list the stories");
    }
    painted("list");
  }

  search(words: string): void {
    this.filter = words;
    this.selection = NONE;
    this.#soon(TYPING_MS, () => this.#readNarrowed());
  }

  showState(state: string | null): void {
    this.#show({ state });
  }

  showFlag(flag: StoryFlag | null): void {
    this.#show({ flag });
  }

  sortBy(sort: StorySort): void {
    this.#show({ sort });
  }

  showSpiked(spiked: boolean): void {
    this.spiked = spiked;
    this.#show({ state: null, flag: null });
  }

  showAll(): void {
    this.filter = "";
    this.showSpiked(false);
  }

  /** Reads the list from its head. */
  async read(): Promise<void> {
    this.#seen = { from: 0, to: FIRST_ROWS - 1 };
    await this.#refresh();
  }

  /** Rows `from` to `to` are in sight: what is not known of them is read. */
  need(from: number, to: number): void {
    this.#seen = { from, to };
    void this.#fetch(this.#pages.ask(from, to));
  }

  /** The rows from `from` to `to`, both included, once all of them are known. */
  async between(from: number, to: number): Promise<StoryRow[]> {
    await this.#fetch(this.#pages.ask(from, to));
    await Promise.all(this.#flights);
    return this.rows.slice(from, to + 1).filter((row) => row !== null);
  }

  toggle(row: StoryRow, at: number): void {
    this.selection = toggled(this.selection, row.id, at);
  }

  /** Selects from where the last one was taken to `at`. */
  async extend(at: number): Promise<void> {
    const { from, to } = rangeTo(this.selection, at);
    const rows = await this.between(from, to);
    this.selection = withRange(this.selection, rows.map(({ id }) => id));
  }

  async selectAll(): Promise<void> {
    const rows = await this.between(0, this.total - 1);
    this.selection = withRange(this.selection, rows.map(({ id }) => id));
  }

  selectNone(): void {
    this.selection = NONE;
  }

  /** A range begins here unless something is selected already. */
  anchorAt(at: number): void {
    if (this.selection.ids.size === 0) this.selection = { ...NONE, anchor: at };
  }

  /** What the open list shows of a story, if it shows it. */
  row(id: string): StoryRow | null {
    return this.rows.find((row) => row?.id === id) ?? null;
  }

  follow(): Stop {
    return onChanged((changed) => {
      if (changed.some(({ what }) => what === "stories")) this.#soon(CHANGED_MS, () => this.#refresh());
    });
  }

  #show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.selection = NONE;
    if (desk.about && !this.spiked) keepView(desk.about.folder, this.view);
    void this.#readNarrowed();
  }

  async #readNarrowed(): Promise<void> {
    await this.read();
    this.told = say.list.found(this.total);
  }

  /** Reads again how long the list is and what is in sight of it. */
  async #refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const reading = ++this.#reading;
    const skip = Math.floor(this.#seen.from / FIRST_ROWS) * FIRST_ROWS;
    try {
      const [counts, rows] = await Promise.all([
        act("count_stories", { ...this.#request(0, 0), state: null }),
        act("stories", this.#request(skip, FIRST_ROWS)),
      ]);
      this.#take(reading, skip, counts, rows);
    } catch (thrown) {
      if (reading === this.#reading) notices.tellFailure(thrown, "list the stories");
    }
  }

  /** Shows what a reading answered, unless a later one is under way. */
  #take(reading: number, skip: number, counts: StoryCounts, rows: StoryRow[]): void {
    if (reading !== this.#reading) return;
    this.counts = counts;
    this.#pages.age(this.#length(counts));
    this.#pages.ask(skip, skip);
    this.#put(skip, rows);
    this.loaded = true;
    this.need(this.#seen.from, this.#seen.to);
  }

  async #fetch(wanted: Wanted[]): Promise<void> {
    const flights = wanted.map((page) => {
      const flight = this.#fetchPage(page).finally(() => this.#flights.delete(flight));
      this.#flights.add(flight);
      return flight;
    });
    await Promise.all(flights);
  }

  async #fetchPage(page: Wanted): Promise<void> {
    const reading = this.#reading;
    try {
      const rows = await act("stories", this.#request(page.skip, page.most));
      if (reading === this.#reading) this.#put(page.skip, rows);
    } catch (thrown) {
      if (reading !== this.#reading) return;
      this.#pages.release(page);
      notices.tellFailure(thrown, "list the stories");
    }
  }

  #put(skip: number, rows: StoryRow[]): void {
    this.#pages.put(skip, rows);
    this.rows = this.#pages.rows;
  }

  #length({ total, byState }: StoryCounts): number {
    const { state } = this.view;
    return state === null ? total : (byState.find((one) => one.state === state)?.stories ?? 0);
  }

  #request(skip: number, most: number): Stories {
    return { ...this.view, filter: this.filter.trim(), spiked: this.spiked, skip, most };
  }

  #soon(ms: number, read: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void read(), ms);
  }
}

export const list = new StoryList();
