/** What of the list a person chose to see. It is kept between starts, for each desk apart. */
import type { StoryFlag, StorySort } from "../../desk/contract";

export interface View {
  /** The id of a state; `null` for all. */
  state: string | null;
  flag: StoryFlag | null;
  sort: StorySort;
}

export const FLAGS: StoryFlag[] = ["stopped", "noCredit", "photoWanted", "owed", "changedSince", "due", "killed"];
export const SORTS: StorySort[] = ["changed", "due", "slug", "state"];
const EVERYTHING: View = { state: null, flag: null, sort: "changed" };

/** What was chosen on the desk in `folder`; what cannot be read is everything, newest change first. */
export function keptView(folder: string): View {
  try {
    return read(JSON.parse(localStorage.getItem(key(folder)) ?? "{}"));
  } catch {
    return EVERYTHING;
  }
}

export function keepView(folder: string, view: View): void {
  try {
    localStorage.setItem(key(folder), JSON.stringify(view));
  } catch {
    // A full store costs the next start a choice, nothing more.
  }
}

function read(kept: Partial<Record<keyof View, unknown>>): View {
  return {
    state: typeof kept.state === "string" ? kept.state : null,
    flag: FLAGS.find((flag) => flag === kept.flag) ?? null,
    sort: SORTS.find((sort) => sort === kept.sort) ?? "changed",
  };
}

function key(folder: string): string {
  return `story-list ${folder}`;
}
