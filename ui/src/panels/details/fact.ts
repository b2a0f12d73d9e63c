/** What a photo's fact is made of: which carriers say what, and what typing means. */
import type { Carrier, Fact } from "../../desk/contract";

/** The readings of the file itself, the one that stands first. */
export function fileReadings(fact: Fact | undefined): { carrier: Carrier; value: string }[] {
  if (!fact) return [];
  // What stands may have been mended; the file's own words are raw.
  const all = [{ carrier: fact.carrier, value: fact.raw ?? fact.value }, ...fact.others];
  return all.filter(({ carrier }) => carrier !== "typed");
}

/** How many sources of the file speak of this field, when they do not all say the same; else 0. */
export function disagreeing(fact: Fact | undefined): number {
  const readings = fileReadings(fact);
  const values = new Set(readings.map(({ value }) => value.trim()));
  return values.size > 1 ? readings.length : 0;
}

/** What to write for a typed text: `null`, the file's own, when it says the same or nothing. */
export function typedValue(fact: Fact | undefined, text: string): string | null {
  const value = text.trim();
  const own = (fact?.carrier === "typed" ? fileReadings(fact)[0]?.value : fact?.value)?.trim() ?? "";
  return value === own ? null : value;
}
