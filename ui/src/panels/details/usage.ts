/** The rights categories in the order in which a desk meets them. */
import type { RightsCategory } from "../../desk/contract";

export const categories: RightsCategory[] = [
  "staff",
  "commissioned",
  "agency",
  "stock",
  "pool",
  "handout",
  "publicRelations",
  "supplied",
  "socialMedia",
  "screengrab",
  "creativeCommons",
  "publicDomain",
  "refused",
];

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DESK_DAY = /^(\d{1,2})[./ ]\s*(\d{1,2})[./ ]\s*(\d{4})$/;

/**
 * The day that was typed, "2027-12-31", from "2027-12-31" or "31.12.2027"; empty for an empty field.
 * `null` when it is no day.
 */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return "";
  const [, year, month, day] = ISO_DAY.exec(text) ?? turned(DESK_DAY.exec(text)) ?? [];
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null;
}

function turned(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found && [found[0], found[3], found[2], found[1]];
}
