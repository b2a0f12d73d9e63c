/** What is said of “Copy story for…”. */
import type { CopyForm } from "../desk/contract";

const number = new Intl.NumberFormat("en-GB");
const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** As a menu names what the copy is pasted into. */
const forms: Record<CopyForm, string> = {
  richText: "Any CMS or document",
  wordpress: "WordPress",
  html: "An HTML field",
  markdown: "Markdown",
  wire: "Plain wire text",
};

/** The same inside a sentence. */
const into: Record<CopyForm, string> = {
  richText: "any CMS or document",
  wordpress: "WordPress",
  html: "an HTML field",
  markdown: "Markdown",
  wire: "plain wire text",
};

export const copyingWords = {
  label: "Copy for another program",
  short: "Copy for",
  forms,
  command: (form: CopyForm) => `Copy story for ${into[form]}`,
  busy: (form: CopyForm) => `Copying for ${into[form]}…`,
  done: (form: CopyForm, photos: number, credits: number) =>
    photos === 0
      ? `Copied for ${into[form]}`
      : `Copied for ${into[form]}: ${plural(photos, "photo", "photos")}, ${plural(credits, "credit", "credits")}`,
  stopped: (form: CopyForm) => `Not copied for ${into[form]}`,
  kept: "Kept with the story.",
  goPast: "Copy all the same",
} as const;
