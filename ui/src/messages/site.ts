/** What the window says of the site. */

const number = new Intl.NumberFormat("en-GB");
const stories = (count: number) => (count === 1 ? "1 story" : `${number.format(count)} stories`);
const files = (count: number) => (count === 1 ? "1 file" : `${number.format(count)} files`);

export const siteWords = {
  command: "Make the site…",
  title: "Site",
  explain: (count: number) =>
    count === 0
      ? "No story is published yet. A site of no stories is a front page with your name on it."
      : `${stories(count)} with a front page, sections, people, months and feeds, as a folder that a web server shows as it is.`,
  lastMade: (at: string) => `Made last ${at}. Pages that have not changed are left as they are.`,
  folder: "Goes to",
  change: "Choose…",
  make: "Make the site",
  looking: "Looking at the published stories…",
  making: "Making the site…",
  progress: (done: number, total: number) => `${number.format(done)} of ${number.format(total)}`,
  stopped: (count: number) =>
    count === 1
      ? "Something stops 1 published story. Nothing was written."
      : `Something stops ${number.format(count)} published stories. Nothing was written.`,
  stoppedText:
    "Mend them, or leave out those that may go from the site. They stay in the desk as they are.",
  leaveOut: (story: string) => `Leave out ${story}`,
  openStory: "Open",
  again: "Make the site without them",
  made: (made: { stories: number; written: number; unchanged: number; removed: number }) =>
    `${stories(made.stories)}: ${files(made.written)} written, ${number.format(made.unchanged)} unchanged, ${number.format(made.removed)} taken away.`,
  leftOut: (count: number) => `${stories(count)} left out.`,
  cancelled: "Cancelled. Pages that were written already stay; the lists are as they were.",
  show: "Show the site",
  retry: "Try again",
} as const;
