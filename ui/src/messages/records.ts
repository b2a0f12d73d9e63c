/** What is said of a story after publication: exports, differences, corrections, live, killed. */
import type { ChangedPart, HowChanged, KindOfChange, RecordKind } from "../desk/contract";

const number = new Intl.NumberFormat("en-GB");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const kinds: Record<KindOfChange, string> = {
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
  editorsNote: "Editor’s note",
  minor: "Minor",
};

const kindHints: Record<KindOfChange, string> = {
  correction: "Something was wrong. It is called that, whatever it was.",
  clarification: "Something could be misread.",
  update: "Something happened since.",
  editorsNote: "What else a reader has to know.",
  minor: "Spelling and style. Nothing is printed, and the time of the last change stays.",
};

const parts: Record<ChangedPart, string> = {
  language: "Language",
  kicker: "Kicker",
  headline: "Headline",
  standfirst: "Standfirst",
  byline: "Byline",
  dateline: "Dateline",
  webHeadline: "Web headline",
  socialHeadline: "Social headline",
  paragraph: "Paragraph",
  crosshead: "Crosshead",
  listItem: "List item",
  quote: "Quote",
  pullQuote: "Pull quote",
  attribution: "Attribution",
  boxTitle: "Fact box title",
  factBox: "Fact box paragraph",
  tableHeader: "Table header",
  tableCell: "Table cell",
  correction: "Correction",
  embed: "Embed",
  signOff: "Sign-off",
  photo: "Photo",
  caption: "Caption",
  credit: "Credit",
  altText: "Alt text",
};

const how: Record<HowChanged, string> = {
  changed: "changed",
  putIn: "put in",
  takenOut: "taken out",
  moved: "moved",
  shownOtherwise: "cropped, covered or marked otherwise",
};

const records: Record<RecordKind, string> = {
  live: "Live",
  notLive: "Not live after all",
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
  editorsNote: "Editor’s note",
  minor: "Minor change",
  killed: "Killed",
  killLifted: "Kill lifted",
  hadBack: "An export had back",
  other: "Something a newer Cutline did",
};

/** "Caption of the lead photo", "Paragraph 3". */
function part(name: ChangedPart, of: number): string {
  if (name === "caption" || name === "credit" || name === "altText") {
    return `${parts[name]} of ${of === 0 ? "the lead photo" : `photo ${number.format(of)}`}`;
  }
  if (name === "photo") return of === 0 ? "Lead photo" : `Photo ${number.format(of)}`;
  return of === 0 ? parts[name] : `${parts[name]} ${number.format(of)}`;
}

export const recordsWords = {
  exports: "Exports",
  exportName: (count: number) => `Export ${number.format(count)}`,
  photos: (count: number) => plural(count, "photo", "photos"),
  changedSince: "Changed since the last export",
  sameAsLast: "As it went out last",
  show: "Show difference",
  showLast: "Show what changed",
  getBack: "Get it back…",
  getBackOf: (count: number) => `Get export ${number.format(count)} back…`,
  showOf: (count: number) => `Show the difference from export ${number.format(count)}`,
  forgotten: "From before Cutline remembered what went out.",
  hadBack: (count: number) => `Export ${number.format(count)} is back, as it went out.`,
  hadBackNearly: (count: number) => `Export ${number.format(count)} is back, but not all of it is as it went out:`,
  older: (count: number) => `${number.format(count)} older`,
  difference: (count: number, when: string) => `What changed since export ${number.format(count)}, ${when}`,
  nothingChanged: "Nothing that prints has changed.",
  unknownChange: "It changed, and the export is from before Cutline remembered the words.",
  differenceHint: "What was taken out is struck through; what was put in is underlined.",
  reading: "Comparing…",
  part,
  how,
  records,
  recordsLabel: "After publication",
  kinds,
  kindHints,
  whatChanged: "What changed?",
  whatChangedText: "Readers have this story, so the export says what the change is.",
  saidAlready: (kind: KindOfChange) => `The story says it already: ${kinds[kind]}.`,
  kindLabel: "It is",
  wording: (kind: KindOfChange) => `What the ${kinds[kind].toLowerCase()} says`,
  wordingHint: "An earlier version said that 14 people were killed. 41 were.",
  wordingText:
    "Printed with today’s day. Say what was wrong and what is right, or only that it was wrong where repeating it would do harm.",
  top: "At the top of the story instead of its foot",
  isItLive: "Is it live?",
  isItLiveText: "Do readers have this story now?",
  live: "Yes, it is live",
  notYet: "Not yet",
  liveDone: "The story is published.",
  liveSince: (when: string) => `Live since ${when}`,
  notLive: "It is not live after all",
  notLiveDone: "The story is marked as not live.",
  putBack: "Put it back",
  kill: "Kill…",
  killTitle: "Kill this story",
  killText:
    "A page that says that the story is withdrawn takes the place of every export that can be reached. From then on the story leaves by no way.",
  killSays: "What the page says",
  killSaysHint: "Why it was withdrawn, if readers should know",
  killSaysText: "Besides that it was withdrawn, and the day. Nothing of the story itself is on it.",
  killFirst: "Go on…",
  killSure: (name: string) => `Readers will no longer find “${name}”. Kill it?`,
  killSecond: "Kill the story",
  killBack: "Back",
  killedTitle: "The story is killed",
  killedPages: "Withdrawn pages",
  killedRemarks: "Still to be looked after",
  killedSend: "Kill text, for everybody who had the story",
  copyKill: "Copy the kill text",
  killed: "Killed",
  killedSince: (when: string) => `Killed ${when}. It leaves by no way.`,
  lift: "Lift the kill…",
  liftReason: "Why it may be published again",
  liftGo: "Lift the kill",
  lifted: "The kill is lifted. The withdrawn page stays until the story is exported again.",
  commands: {
    difference: "Show what changed since the last export",
    live: "Mark as live",
    notLive: "Mark as not live",
    kill: "Kill this story…",
    lift: "Lift the kill of this story…",
  },
} as const;
