/**
 * What a straight quotation mark is meant to be, from the words before it. Text only: no state, no
 * view. Nothing looks further back than the text it is given.
 */

import type { Pair, Typography } from "./languages";

export type Straight = '"' | "'";

/** What stands in the place of a sign, and of how many characters before it. */
export interface Setting {
  back: number;
  text: string;
}

const OPENS_AFTER = /[\s([{<¿¡/]$/;
const DASH_END = /[-–—―]$/;
const WORD_END = /[\p{L}\p{M}\p{N}]$/u;
const LATIN_END = /[\p{Script=Latin}\p{N}]$/u;
const SENTENCE_END_AND_SPACE = /[.,;!?…][ \u00a0\u202f]$/;
const ELISION_END = /\p{L}’$/u;
/** Hebrew writes shortened words and numbers with these between and after the letters. */
const HEBREW_END = /[\u05d0-\u05ea]$/;

export const APOSTROPHE = "’";

/** Sets a straight mark that stands after `before`. */
export function setQuote(sign: Straight, before: string, rules: Typography): Setting {
  const open = openMarks(before, rules);
  if (sign === "'") return { back: 0, text: single(before, open, rules) };
  return opens(before, open, rules) ? opening(open, rules) : closing(before, open, rules);
}

function single(before: string, open: readonly Pair[], rules: Typography): string {
  const pair = rules.single;
  if (HEBREW_END.test(before)) return "׳";
  if (pair === null) return APOSTROPHE;
  const isOpen = open.at(-1) === pair;
  if (WORD_END.test(before) && (rules.spaced || LATIN_END.test(before) || isOpen)) {
    return isOpen ? pair[1] : APOSTROPHE;
  }
  if (isOpen && !opensAfter(before, rules)) return pair[1];
  return opensAfter(before, rules) || !rules.spaced ? pair[0] : APOSTROPHE;
}

function opens(before: string, open: readonly Pair[], rules: Typography): boolean {
  if (!rules.spaced) return open.length === 0;
  if (open.length > 0 && SENTENCE_END_AND_SPACE.test(before) && rules.inside !== "") return false;
  if (opensAfter(before, rules)) return true;
  return open.length === 0 && (DASH_END.test(before) || ELISION_END.test(before));
}

/** Whether only an opening mark can stand here: at the head, after a space or another opening. */
function opensAfter(before: string, rules: Typography): boolean {
  if (before === "" || OPENS_AFTER.test(before)) return true;
  const last = before.at(-1) ?? "";
  return levels(rules).some(([open, close]) => open !== close && open === last);
}

/** Inside an outer quotation an inner one opens, and inside that an outer one. */
function opening(open: readonly Pair[], rules: Typography): Setting {
  const nested = open.at(-1) === rules.outer;
  const pair = nested ? rules.inner : rules.outer;
  return { back: 0, text: nested ? pair[0] : pair[0] + rules.inside };
}

/** A space that was typed before the mark gives way to the language's own. */
function closing(before: string, open: readonly Pair[], rules: Typography): Setting {
  const pair = open.at(-1) ?? rules.outer;
  if (pair !== rules.outer || rules.inside === "") return { back: 0, text: pair[1] };
  const spaces = /[ \u00a0\u202f]$/.test(before) ? 1 : 0;
  return { back: spaces, text: rules.inside + pair[1] };
}

/** The quotations that are open at the end of the text, outermost first. */
function openMarks(text: string, rules: Typography): Pair[] {
  const open: Pair[] = [];
  const pairs = levels(rules);
  const all = new Set(pairs.flat());
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (!all.has(mark) || isApostrophe(text, at)) continue;
    step(open, pairs, mark, text.slice(Math.max(0, at - 1), at));
  }
  return open;
}

function step(open: Pair[], pairs: readonly Pair[], mark: string, last: string): void {
  const closes = open.findLastIndex(([first, close]) => {
    return close === mark && (first !== close || !OPENS_AFTER.test(last));
  });
  if (closes >= 0) open.splice(closes);
  else open.push(...pairs.filter(([first]) => first === mark).slice(0, 1));
}

/** A mark between two letters parts no quotation. */
function isApostrophe(text: string, at: number): boolean {
  if (text.charAt(at) !== APOSTROPHE) return false;
  return WORD_END.test(text.slice(0, at)) && /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3));
}

function levels({ outer, inner, single: third }: Typography): Pair[] {
  return third === null || third === inner ? [outer, inner] : [outer, inner, third];
}

/**
 * Sets the space before a sign, or inside a guillemet that the keyboard has. `null`: the language
 * wants none, or the sign is no punctuation here (a time, an address).
 */
export function setSpace(sign: string, before: string, rules: Typography): Setting | null {
  if (sign === rules.outer[0] && rules.inside !== "") return { back: 0, text: sign + rules.inside };
  const space = sign === rules.outer[1] ? rules.inside : (rules.before[sign] ?? "");
  if (space === "" || before.trim() === "" || before.endsWith(space)) return null;
  if (/[ \u00a0]$/.test(before)) return { back: 1, text: space + sign };
  const isPunctuation = sign === ":" ? /[\p{L}\p{M})»”’]$/u : /[\p{L}\p{M}\p{N})»”’…%€$]$/u;
  return isPunctuation.test(before) ? { back: 0, text: space + sign } : null;
}

/** What the letter that was just typed shows about the mark before it. `text` ends with the letter. */
export function setApostrophe(text: string, rules: Typography): Setting | null {
  for (const elision of rules.elisions) {
    const found = elision.exec(text);
    if (found) return { back: found[0].length - 1, text: APOSTROPHE + (found[1] ?? "") };
  }
  const [, mark, letter] = /\p{L}([‘’”“›])(\p{L})$/u.exec(text.slice(-4)) ?? [];
  if (mark === undefined || letter === undefined || mark === APOSTROPHE) return null;
  if (mark === "”" && /[\u05d0-\u05ea]/.test(letter)) return { back: 1, text: `״${letter}` };
  return mark === rules.single?.[1] ? { back: 1, text: APOSTROPHE + letter } : null;
}

/** Whether the word at the end of the text is an address, in which nothing is set. */
export function inAddress(before: string): boolean {
  const word = /\S*$/.exec(before.slice(-200))?.[0] ?? "";
  return /^[("“«„‘]*(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|(?:https?|ftp|mailto|tel)$)|\w@\S|\w\.\w+\//i.test(word);
}
