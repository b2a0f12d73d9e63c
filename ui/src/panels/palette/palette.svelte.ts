/** What the palette offers for the words that are typed in it. */
import { act } from "../../desk";
import type { StoryRow } from "../../desk/contract";
import { say } from "../../messages";
import { commands, keysOf, type Command } from "../commands";
import { dialogs } from "../dialogs.svelte";
import { notices } from "../notices.svelte";
import { settings } from "../settings.svelte";
import { openStory } from "../stories";
import { match } from "./match";
import { noteUse, recentCommands } from "./recent";

const TYPING_MS = 60;
const MOST_COMMANDS = 8;
const MOST_STORIES = 6;
const MOST_RECENT = 5;

/** One line to choose. */
export interface Entry {
  key: string;
  name: string;
  /** Said quietly beside it. */
  beside: string;
  keys: string | null;
  choose: () => void;
}

export interface Section {
  name: string;
  entries: Entry[];
}

const EVERY = { state: null, spiked: false, flag: null, sort: "changed", skip: 0 } as const;

export class Palette {
  typed = $state("");
  /** Which of {@link entries} Enter chooses. */
  at = $state(0);
  #rows = $state.raw<StoryRow[]>([]);
  // Once, when it opens: what is under the hand must not change places.
  readonly #commands = commands().filter((command) => command.enabled());
  readonly #recent = recentCommands();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly sections = $derived.by(() => this.#sections());
  readonly entries = $derived(this.sections.flatMap(({ entries }) => entries));
  readonly chosen = $derived(this.entries[this.at] ?? null);

  constructor() {
    void this.#readStories();
  }

  type(words: string): void {
    this.typed = words;
    this.at = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readStories(), TYPING_MS);
  }

  /** Goes up or down, and round at the ends. */
  move(step: number): void {
    const { length } = this.entries;
    if (length > 0) this.at = (this.at + step + length) % length;
  }

  #sections(): Section[] {
    const typed = this.typed.trim();
    const all = typed === "" ? this.#atFirst() : this.#found(typed);
    return all.filter(({ entries }) => entries.length > 0);
  }

  #atFirst(): Section[] {
    const recent = this.#recent
      .map((id) => this.#commands.find((command) => command.id === id))
      .filter((command) => command !== undefined)
      .slice(0, MOST_RECENT);
    const others = this.#commands.filter((command) => !recent.includes(command));
    return [
      { name: say.palette.recent, entries: recent.map(commandEntry) },
      { name: say.palette.stories, entries: this.#rows.map(storyEntry) },
      { name: say.palette.commands, entries: others.map(commandEntry) },
    ];
  }

  #found(typed: string): Section[] {
    const commands = sorted(this.#commands, (command) => this.#score(command, typed));
    const stories = sorted(this.#rows, (row) => match(`${row.headline} ${row.slug}`, typed));
    const sections = [
      { name: say.palette.commands, entries: commands.slice(0, MOST_COMMANDS).map(commandEntry) },
      { name: say.palette.stories, entries: stories.map(storyEntry) },
    ];
    const [command] = commands;
    const [story] = stories;
    const storyFirst =
      story !== undefined &&
      (command === undefined || match(`${story.headline} ${story.slug}`, typed) > this.#score(command, typed));
    return storyFirst ? sections.reverse() : sections;
  }

  #score(command: Command, typed: string): number {
    const byName = match(command.name, typed);
    const byGroup = match(`${command.name} ${say.commands.groups[command.group]}`, typed) / 2;
    const score = Math.max(byName, byGroup);
    return score > 0 && this.#recent.includes(command.id) ? score + 0.3 : score;
  }

  async #readStories(): Promise<void> {
    const asked = ++this.#asked;
    const filter = this.typed.trim();
    try {
      const rows = await act("stories", { ...EVERY, filter, most: MOST_STORIES });
      if (asked === this.#asked) this.#rows = rows;
    } catch (thrown) {
      notices.tellFailure(thrown, "list the stories");
    }
  }
}

function sorted<T>(all: readonly T[], score: (one: T) => number): T[] {
  const scored = all.map((one) => ({ one, score: score(one) })).filter(({ score }) => score > 0);
  return scored.sort((one, other) => other.score - one.score).map(({ one }) => one);
}

function commandEntry(command: Command): Entry {
  return {
    key: command.id,
    name: command.name,
    beside: say.commands.groups[command.group],
    keys: keysOf(command)[0] ?? null,
    choose: () => choose(command),
  };
}

function storyEntry(row: StoryRow): Entry {
  return {
    key: row.id,
    name: row.headline || row.slug || say.stories.untitled,
    beside: [row.headline ? row.slug : "", settings.stateName(row.state)].filter((part) => part !== "").join(" · "),
    keys: null,
    choose: () => {
      dialogs.close();
      void openStory(row.id);
    },
  };
}

/** After the palette is gone and the focus is back where it was. */
function choose(command: Command): void {
  noteUse(command.id);
  dialogs.close();
  setTimeout(() => {
    if (command.enabled()) command.run();
  });
}
