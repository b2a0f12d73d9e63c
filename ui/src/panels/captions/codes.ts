/**
 * Code replacements: `\gs9\` becomes the text that it stands for, at the moment its second backslash
 * is typed. What no code stands for stays as it was typed.
 */
import type { CodeReplacement } from "../../desk/contract";

const CODE_AT_END = /\\([\p{L}\p{N}-]+)\\$/u;

export interface Expansion {
  /** Where the code begins; it ends at the caret. */
  from: number;
  text: string;
}

/** What the code that ends at the caret becomes; `null` when none does. */
export function expansion(
  text: string,
  caret: number,
  codes: readonly CodeReplacement[],
): Expansion | null {
  const found = CODE_AT_END.exec(text.slice(0, caret));
  const code = found?.[1];
  if (!found || code === undefined) return null;
  const known = codes.find((one) => one.code === code) ?? codes.find((one) => same(one.code, code));
  return known ? { from: found.index, text: known.text } : null;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
