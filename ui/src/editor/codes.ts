/**
 * Code replacements: `\gs9\` becomes the text that it stands for, at the moment its second backslash
 * is typed. What no code stands for stays as it was typed. The caption desk's cells expand them by the
 * same function.
 */

import { InputRule } from "prosemirror-inputrules";
import type { CodeReplacement } from "../desk/contract";
import { cleanLine } from "./clean";
import { habitsOf } from "./habits";

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

/** In the story itself. */
export function codeRule(): InputRule {
  return new InputRule(/\\[\p{L}\p{N}-]+\\$/u, (state, match, from, to) => {
    const found = expansion(match[0], match[0].length, habitsOf(state).codes);
    return found && state.tr.insertText(cleanLine(found.text), from, to);
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
