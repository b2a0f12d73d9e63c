/** What is said while a story goes out: what stops it, in which form it goes, and what was made. */
import type { ExportForm, WhatChanged } from "../desk/contract";

const number = new Intl.NumberFormat("en-GB");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const forms: Record<ExportForm, { name: string; text: string }> = {
  folder: { name: "Folder", text: "The page and its pictures, ready to be put on a site." },
  zip: { name: "Zip", text: "The same folder in one file, to hand over." },
  oneFile: {
    name: "One HTML file",
    text: "The page with its pictures inside, one size of each. For mail, and to look at.",
  },
  markdown: {
    name: "Markdown",
    text: "The story with front matter and its pictures, as a folder for a site generator.",
  },
  word: {
    name: "Word document",
    text: "For who works without Cutline: pictures, captions, credits; no notes and no history.",
  },
  lawyerCopy: {
    name: "Word copy for the lawyer",
    text: "To be read before it is published. Stops leave it open; it says on every page what they are.",
  },
  ninjs: { name: "ninjs 3.1", text: "For agencies and Superdesk: one JSON file and its pictures." },
  newsMl: {
    name: "NewsML-G2 with NITF",
    text: "For agencies and archives: one XML file and its pictures.",
  },
  ans: { name: "Arc XP (ANS)", text: "For desks that publish with Arc XP: one JSON file and its pictures." },
};

const whatChanged: Record<WhatChanged, string> = {
  words: "Caption of a photo",
  photoPutIn: "A photo was put in",
  photoTakenOut: "A photo was taken out",
  photoShownOtherwise: "A photo is cropped, turned or covered in another way",
  photosMoved: "Photos stand in another order",
};

export const leavingWords = {
  title: "Export",
  preparing: "Saving and checking…",
  stopped: (count: number) => `${plural(count, "stop holds", "stops hold")} this story`,
  goPast: "Go past it…",
  goPastAll: "Go past them…",
  mendFirst: "Only when everything below is mended can a reason go past it.",
  reason: "Why it goes out all the same",
  reasonHint: "Who decided, and why",
  reasonKept: "Kept with the story, and written into the manifest beside the export.",
  dontGoPast: "Leave it stopped",
  showStop: "Show",
  mustMend: (count: number) => `${plural(count, "thing stops", "things stop")} this story`,
  standing: (count: number) => `${number.format(count)} to look at`,
  wantedLeftOut: (count: number) =>
    `${plural(count, "wanted photo is", "wanted photos are")} left out.`,
  form: "As",
  forms,
  folder: "Goes to",
  change: "Change…",
  go: "Export",
  anyway: "Export anyway",
  past: "Go past and export",
  exporting: "Exporting…",
  progress: (done: number, total: number) =>
    `${number.format(done)} of ${number.format(total)} files`,
  stopping: "Stopping…",
  to: "Exported",
  result: (photos: number, leftOut: number) =>
    leftOut === 0
      ? plural(photos, "photo", "photos")
      : `${plural(photos, "photo", "photos")}, ${plural(leftOut, "wanted photo", "wanted photos")} left out`,
  manifest: (name: string) => `${name} beside it lists every file, every credit and what was let through.`,
  reveal: "Show in folder",
  cancelled: "Stopped. Nothing was written.",
  clean: "Nothing stands in its way.",
  again: "Try again",
  notSaved: "The story is not saved, so it cannot be exported.",
  notSavedAdvice: "See what stands over the page, then try again.",
  sinceCleared: "What the lawyer did not read",
  whatChanged,
  takenOut: "Taken out:",
  putIn: "Put in:",
} as const;
