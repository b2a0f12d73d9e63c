/** What the settings say. */
import type { DatelineStyle, MeasuredPart, StoryFont, StoryKind, Theme } from "../desk/contract";

const number = new Intl.NumberFormat("en-GB");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const parts: Record<MeasuredPart, string> = {
  headline: "Headline",
  webHeadline: "Web headline",
  socialHeadline: "Social headline",
  printHeadline: "Print headline",
  standfirst: "Standfirst",
};

const storyKinds: Record<StoryKind, string> = {
  news: "News",
  brief: "Brief",
  feature: "Feature",
  analysis: "Analysis",
  opinion: "Opinion",
  explainer: "Explainer",
  interview: "Interview",
  review: "Review",
};

const datelines: Record<DatelineStyle, string> = {
  firstParagraph: "At the head of the first paragraph",
  afterByline: "After the byline, as “in Istanbul”",
  none: "Not printed",
};

const themes: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };
const fonts: Record<StoryFont, string> = { serif: "Serif", sans: "Sans serif", mono: "Fixed width" };

export const settingsWords = {
  title: "Settings",
  open: "Settings…",
  sections: {
    publication: "Publication",
    photos: "Credits and photos",
    work: "States and desks",
    lengths: "Lengths",
    style: "House style",
    typing: "Typing",
    spelling: "Spelling",
    looks: "Looks",
    folder: "This desk",
  },
  command: (section: string) => `Settings: ${section}`,
  everyChange: "Every change is kept at once.",
  kept: (what: string) => `${what}: kept.`,
  readOnly: "Another program holds this desk, so nothing can be changed here.",

  languageText: "Of new stories.",
  timeZoneText: "For embargoes and times on pages.",
  creditLive: "A photo by Elif Kaya for AFP prints as",
  pictures: "Pictures on pages",

  states: "States",
  statesText: "In the order of the work. Names can change; the five that Cutline knows stay.",
  stateAdd: "Add a state",
  desks: "Desks",
  desksText: "The desks that a story may belong to, as City or Sport.",
  deskAdd: "Add a desk",
  noDesks: "No desks yet. Stories then belong to the whole newsroom.",
  add: "Add",
  newName: "Name",
  nameOf: (name: string) => `Name of “${name}”`,
  up: (name: string) => `Move “${name}” up`,
  down: (name: string) => `Move “${name}” down`,
  remove: (name: string) => `Remove “${name}”`,
  movedTo: (name: string, place: number, of: number) =>
    `“${name}” is now number ${number.format(place)} of ${number.format(of)}.`,
  removed: (name: string) => `“${name}” is removed.`,
  added: (name: string) => `“${name}” is added.`,
  twice: (name: string) => `“${name}” is on the list already.`,

  lengthsText: "Lengths guide and never stop a story. The most particular line stands.",
  parts,
  storyKinds,
  part: "Part",
  desk: "Desk",
  kind: "Kind of story",
  characters: "Characters",
  everyDesk: "Every desk",
  everyKind: "Every kind",
  limitAdd: "Add a line",
  limitName: (part: string, desk: string, kind: string) => `${part}, ${desk}, ${kind}`,

  dateline: "Dateline",
  datelines,
  datelineText: "It prints as it was typed, never in other letters.",
  tk: "Marks for facts to come",
  tkText: "Each stops a story as long as it stands in anything printed.",
  tkAdd: "Add a mark",
  noTk: "No marks. Nothing stops a story for a fact still to come.",
  rules: "House style rules",
  rulesText: "A file of lines: what to find, a tab, what to write instead, a tab, why.",
  rulesImport: "Import rules…",
  rulesCount: (count: number) => (count === 0 ? "No rules yet." : plural(count, "rule", "rules")),
  rulesTaken: (count: number) => `${plural(count, "rule", "rules")} taken.`,
  rulesLeftOut: (count: number) => `${plural(count, "line was", "lines were")} left out`,
  find: "Find",
  instead: "Write",
  reason: "Why",
  nothingInstead: "only said",

  smart: "Quotes and dashes by the story’s language",
  smartText: "Ctrl Z right after one takes it back to what was typed.",
  expansions: "Codes between backslashes turn into their text",
  codes: "Codes…",
  preedit: "Show what an input method composes in the line",
  preeditText: "For Japanese, Chinese and Korean. Switch it off if the method shows it in a window of its own.",

  spelling: "Check spelling while typing",
  spellingText: "On this computer alone, in each story’s language, with the system’s dictionaries.",
  words: "Learned words",
  wordsText: "Names and words that this desk’s dictionary knows.",
  wordAdd: "Add a word",
  word: "Word",
  wordFind: "Find a word",
  noWords: "No words yet. Learn one here, or from a word that is marked in a story.",
  noneFound: "No word is like that.",
  more: (count: number) => `and ${number.format(count)} more`,

  theme: "Theme",
  themes,
  contrast: "High contrast",
  contrastText: "Stronger lines and no pale words. What the system asks for counts as well.",
  font: "Font of the story",
  fonts,
  size: "Size of the story’s text",
  percent: (percent: number) => `${number.format(percent)}%`,
  measure: "Length of a line",
  measureShown: (count: number) => `${number.format(count)} characters`,
  onlyHere: "For writing only: the page that a reader sees does not change.",
  usual: "Back to usual",
  zoom: "Zoom of the window",
  sample: "Sample",
  sampleHeadline: "Last tram leaves Harbour Road",
  sampleText:
    "The council voted on Tuesday night to close the line after 94 years. “We will miss the bell,” said Elif Kaya, who has driven it since 2009.",

  folder: "Data folder",
  folderText: "Everything of this desk lies here: stories, photos, settings. Copy it while Cutline is closed and you have a backup.",
  show: "Show in the file manager",
  exports: "Exported pages",
  exportsText: "Each story goes into a folder of its own, unless another is chosen at the export.",
} as const;
