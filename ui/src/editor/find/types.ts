/** Find and replace, in the words of its panel. */

import type { Field } from "../../desk/contract";

export interface Search {
  text: string;
  matchCase: boolean;
  wholeWord: boolean;
  /** Whether "e" is another letter than "é". */
  accents: boolean;
}

/** Where a match stands, as `say.find.where` puts it into words. */
export interface MatchPlace {
  /** The part's name in the schema; "credit" for what a photo's record names. */
  part: string;
  /** Which of its kind, from 1; `null`: there is only one. */
  number: number | null;
  /** Of what belongs to a photo: its number in reading order; 0: it leads the story. */
  photo: number | null;
}

export type MatchAt =
  | { what: "text"; from: number; to: number }
  /** In a photo's own words; `from` and `to` count in the value. `figure` is where it shows. */
  | { what: "fact"; photoId: string; field: Field; figure: number; from: number; to: number };

export interface Match {
  /** Stays the same while the words around the match do. */
  key: string;
  place: MatchPlace;
  before: string;
  hit: string;
  after: string;
  at: MatchAt;
}

export interface Found {
  /** In reading order. */
  matches: Match[];
  /** Whether there are more than those. */
  more: boolean;
}

/** What to replace: one match, or all but these. */
export type Chosen = { only: Match } | { except: ReadonlySet<string> };
