/** What a photo's fact is made of: which carriers say what, and what typing means. */
import type { Carrier, Fact } from "../../desk/contract";

/** The readings of the file itself, the one that stands first. */
export function fileReadings(fact: Fact | undefined): { carrier: Carrier; value: string }[] {
  if (!fact) return [];
  const all = [{ carrier: fact.carrier, value: fact.value }, ...fact.others];
  return all.filter(({ carrier }) => carrier !== "typed");
}

/** The carriers of the file that do not say what its first one says. */
export function differing(fact: Fact | undefined): Carrier[] {
  const [first, ...others] = fileReadings(fact);
  const differ = others.filter(({ value }) => value.trim() !== first?.value.trim());
  return [...new Set(differ.map(({ carrier }) => carrier))];
}

/** What to write for a typed text: `null`, the file's own, when it says the same or nothing. */
export function typedValue(fact: Fact | undefined, text: string): string | null {
  const value = text.trim();
  const own = fileReadings(fact)[0]?.value.trim() ?? "";
  return value === own ? null : value;
}
