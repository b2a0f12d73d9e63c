/** What is around the text while somebody writes: counts, focus, outline, find and replace. */

import type { MatchPlace } from "../editor";

const number = new Intl.NumberFormat("en-GB");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const units = {
  words: (count: number) => plural(count, "word", "words"),
  characters: (count: number) => plural(count, "character", "characters"),
};

const parts: Record<string, string> = {
  kicker: "kicker",
  headline: "headline",
  standfirst: "standfirst",
  byline: "byline",
  dateline: "dateline",
  webHeadline: "headline for the web",
  socialHeadline: "headline for social posts",
  printHeadline: "headline in print",
  signOff: "sign-off",
  paragraph: "paragraph",
  crosshead: "crosshead",
  listItem: "list item",
  quote: "quote",
  pullQuote: "pull quote",
  attribution: "attribution",
  factBox: "fact box",
  boxTitle: "title of fact box",
  tableCell: "table cell",
  correction: "correction",
  caption: "caption",
  altText: "alt text",
  credit: "credit",
};

/** "caption of photo 3", "paragraph 6", "headline". */
function where({ part, number: which, photo }: MatchPlace): string {
  const name = parts[part] ?? "text";
  if (photo !== null) return `${name} of ${photo === 0 ? "the lead photo" : `photo ${photo}`}`;
  return which === null ? name : `${name} ${which}`;
}

export const writingWords = {
  commands: {
    find: "Find in this story…",
    replace: "Find and replace in this story…",
    nextMatch: "Next match",
    matchBefore: "Match before",
    nextTk: "Next TK",
    tkBefore: "TK before",
    fixQuotes: "Fix quotes",
    moreHeadlines: "More headlines",
    invisibles: "Show invisible characters",
    hideInvisibles: "Hide invisible characters",
    focusMode: "Focus mode",
    leaveFocusMode: "Leave focus mode",
    outline: "Show the outline",
    hideOutline: "Hide the outline",
  },
  status: {
    label: "Counts",
    tools: "While writing",
    against: (count: number, target: number | null, unit: keyof typeof units) =>
      target === null ? units[unit](count) : `${number.format(count)} / ${number.format(target)} ${unit}`,
    over: (count: number) => `${number.format(count)} over`,
    words: units.words,
    characters: units.characters,
    reading: (minutes: number) => `${number.format(minutes)} min to read`,
    selected: (words: number, characters: number) =>
      `${units.words(words)}, ${units.characters(characters)} selected`,
    tks: (count: number) => `${number.format(count)} TK`,
    tksLabel: (count: number) =>
      `${count === 1 ? "One mark" : `${number.format(count)} marks`} of what is still to come. Go to the next one`,
    tkHint: "F9 goes to the next",
    findHint: "Find and replace (Ctrl F)",
    invisiblesHint: "Invisible characters (Ctrl F10)",
    focusHint: "Focus mode (Ctrl Shift F)",
    outlineHint: "Outline (Ctrl Shift O)",
    leaveFocus: "Leave focus mode",
  },
  outline: {
    label: "Outline",
    close: "Close the outline",
    empty: "Crossheads, photos and boxes will stand here.",
    photo: (which: number) => (which === 0 ? "Lead photo" : `Photo ${which}`),
    noWords: "No words yet",
    names: {
      factBox: "Fact box",
      table: "Table",
      gallery: "Gallery",
      embed: "Embed",
      correction: "Correction",
      quote: "Quote",
      pullQuote: "Pull quote",
      list: "List",
    } as Record<string, string>,
  },
} as const;

export const findWords = {
  label: "Find and replace",
  find: "Find",
  findPlaceholder: "Find in text, captions and credits",
  by: "Replace by",
  matchCase: "Match case",
  wholeWord: "Whole words",
  accents: "Tell accents apart",
  next: "Next match (Enter)",
  before: "Match before (Shift Enter)",
  close: "Close (Escape)",
  showReplace: "Replace…",
  list: "List",
  replace: "Replace",
  replaceAll: "Replace all",
  replaceSome: (count: number) => `Replace ${number.format(count)}`,
  found: (count: number) => (count === 0 ? "Nothing found" : `${number.format(count)} found`),
  at: (which: number, count: number, more: boolean) =>
    `${number.format(which)} of ${number.format(count)}${more ? "+" : ""}`,
  more: (count: number) =>
    `There are more than ${number.format(count)}; these are the first. “Replace all” changes every one that is not unticked.`,
  replaced: (count: number) => (count === 0 ? "Nothing was replaced." : `${plural(count, "place", "places")} replaced. Ctrl Z takes it back.`),
  matches: "Matches",
  include: (place: string) => `Replace in ${place}`,
  where,
} as const;
