/** What the story list says: rows, filters, sorting, and what is done to many stories at once. */
import type { StoryFlag, StorySort } from "../desk/contract";

const number = new Intl.NumberFormat("en-GB");
const stories = (count: number) => `${number.format(count)} ${count === 1 ? "story" : "stories"}`;

const flags: Record<StoryFlag, string> = {
  stopped: "Stopped",
  noCredit: "No credit",
  photoWanted: "Photo wanted",
  owed: "Something owed",
  changedSince: "Changed since",
  due: "Due",
  killed: "Killed",
};

const sorts: Record<StorySort, string> = {
  changed: "Last changed",
  due: "Due first",
  slug: "By slug",
  state: "By state",
};

export const listWords = {
  count: stories,
  number: (count: number) => number.format(count),
  found: (count: number) => (count === 0 ? "No story fits." : `${stories(count)}.`),
  stateCount: (state: string, count: number) => `${state}, ${stories(count)}`,
  flags,
  anyFlag: "Every sign",
  flagLabel: (flag: string) => `Sign: ${flag}`,
  sorts,
  sortLabel: (sort: string) => `Sorted: ${sort}`,
  noneFlagged: (flag: string) => `No story here is marked “${flag}”.`,
  showAll: "Show all stories",
  notReady: "Reading…",
  words: (words: number, target: number | null) =>
    target === null ? number.format(words) : `${number.format(words)} / ${number.format(target)}`,
  wordsLabel: (words: number, target: number | null) =>
    target === null ? `${number.format(words)} words` : `${number.format(words)} of ${number.format(target)} words`,
  follows: (name: string) => `follows ${name}`,
  notes: (count: number) => `${number.format(count)} ${count === 1 ? "note" : "notes"}`,
  touched: (when: string) => `Changed ${when}`,
  due: (when: string) => `due ${when}`,
  overdue: (when: string) => `overdue, ${when}`,
  tomorrow: (time: string) => `tomorrow ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
  selected: (count: number) => `${number.format(count)} selected`,
  selection: "Selected stories",
  clear: "Clear",
  clearLabel: "Select none",
  selectAll: "Select all",
  select: "Select",
  selectKeys: "Space",
  unselect: "Take out of the selection",
  state: "State",
  stateLabel: "Give them a state",
  desk: "Desk",
  deskLabel: "Give them to a desk",
  noDesk: "No desk",
  assignee: "Writer",
  assigneeLabel: "Who writes them",
  assigneeSet: "Set",
  spike: "Spike",
  unspike: "Bring back",
  changedMany: (count: number) => `${stories(count)} changed.`,
  spikedMany: (count: number) => `${stories(count)} spiked.`,
  unspikedMany: (count: number) => `${stories(count)} brought back.`,
  open: "Open",
  openKeys: "Enter",
  openBeside: "Open beside",
  duplicate: "Duplicate",
  duplicated: (slug: string) => `“${slug}” is duplicated. This is the copy.`,
  followUp: "Follow up",
  saveTemplate: "Save as template…",
  commands: {
    template: "New story from a template…",
    duplicate: "Duplicate this story",
    followUp: "Follow up this story",
    swapBeside: "Write in the story beside",
    closeBeside: "Close the story beside",
  },
  menu: (name: string) => `What to do with “${name}”`,
} as const;
