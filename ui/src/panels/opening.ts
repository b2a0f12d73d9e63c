/**
 * What the window asks of the desk when it opens: all of it at once, and before the program of the
 * window is read, so that the answers are there when it can show them.
 *
 * Not here: showing anything. Keep it small: `main.ts` reads it before all else.
 */
import { act } from "../desk/act";
import type { AboutDesk, Settings, Stories, Story, StoryCounts, StoryRow } from "../desk/contract";
import { keptView, type View } from "./list/view";

/** The list asks for as many rows at first; nobody sees more without scrolling. */
export const FIRST_ROWS = 100;

export interface FirstRows {
  view: View;
  counts: StoryCounts;
  rows: StoryRow[];
}

export interface Opening {
  about: Promise<AboutDesk>;
  settings: Promise<Settings>;
  list: Promise<FirstRows>;
  /** The story that changed last, if there is one. */
  last: Promise<Story | null>;
}

let asked: Opening | null = null;

/** Asks ahead; {@link opening} answers with it. Settles when everything is answered. */
export function askAhead(): Promise<unknown> {
  asked = ask();
  return Promise.allSettled(Object.values(asked));
}

/** What was asked ahead, once; whoever opens the desk again asks anew. */
export function opening(): Opening {
  const ahead = asked ?? ask();
  asked = null;
  return ahead;
}

function ask(): Opening {
  const about = act("about_desk", {});
  const answers = { about, settings: act("settings", {}), list: about.then(firstRows), last: lastStory() };
  // Without a desk all of them fail, and only the first is told.
  for (const answer of Object.values(answers)) answer.catch(() => undefined);
  return answers;
}

/** The list as it was left on this desk. */
async function firstRows({ folder }: AboutDesk): Promise<FirstRows> {
  const view = keptView(folder);
  const all: Stories = { ...view, filter: "", spiked: false, skip: 0, most: 0 };
  const [counts, rows] = await Promise.all([
    act("count_stories", { ...all, state: null }),
    act("stories", { ...all, most: FIRST_ROWS }),
  ]);
  return { view, counts, rows };
}

async function lastStory(): Promise<Story | null> {
  const everything = { filter: "", state: null, spiked: false, flag: null, sort: "changed" } as const;
  const [last] = await act("stories", { ...everything, skip: 0, most: 1 });
  return last ? act("story", { storyId: last.id }) : null;
}
