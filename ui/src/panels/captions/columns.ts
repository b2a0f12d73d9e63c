/** The columns of the caption desk: what they are called by, and in which order a hand goes. */
import type { Field } from "../../desk/contract";

export const COLUMNS = [
  "caption",
  "photographer",
  "creditLine",
  "source",
  "copyright",
  "altText",
] as const satisfies readonly Field[];

export type Column = (typeof COLUMNS)[number];

/** Tab goes through these and then to the next photo; the arrow keys reach the others. */
export const TAB_ORDER: readonly Column[] = ["caption", "creditLine", "altText"];

/** The columns that the desk's own history helps to fill. */
const REMEMBERED: readonly Field[] = ["photographer", "creditLine", "source", "copyright"];

export function isColumn(field: Field): field is Column {
  return (COLUMNS as readonly Field[]).includes(field);
}

export function isRemembered(field: Field): boolean {
  return REMEMBERED.includes(field);
}

/** Caption and alt text belong to a figure of the story; all others are the photo's own. */
export function isStoryLine(field: Field): field is "caption" | "altText" {
  return field === "caption" || field === "altText";
}
