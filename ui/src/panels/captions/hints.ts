/**
 * What a desk would ask about a caption. Hints, never gates: few, short, and silent
 * where the text may well be right. After AP's habit: who and what in the present tense, where, when;
 * a second sentence for the rest.
 */

export interface About {
  /** BCP 47. Words are looked at in English only. */
  language: string;
  /** What the file says of the place, if it does. */
  place: string | null;
  caption: string;
}

export type CaptionHint = "long" | "noDate" | "noPlace" | "pastTense" | "filler";

const MANY_WORDS = 60;
const MANY_SENTENCES = 2;
/** More than two hints are read by nobody. */
const MOST = 2;

export function captionHints({ caption, language, place }: About): CaptionHint[] {
  const text = caption.trim();
  if (text === "") return [];
  const hints: CaptionHint[] = [];
  if (words(text) > MANY_WORDS || sentences(text) > MANY_SENTENCES) hints.push("long");
  if (isEnglish(language)) {
    if (!saysWhere(text, place)) hints.push("noPlace");
    if (!DATE.test(text)) hints.push("noDate");
    if (FILLER.test(text)) hints.push("filler");
    if (PAST.test(firstSentence(text))) hints.push("pastTense");
  }
  return hints.slice(0, MOST);
}

const DATE =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(jan(uary|\.)?|feb(ruary|\.)?|march|april|may|june|july|aug(ust|\.)?|sept(ember|\.)?|oct(ober|\.)?|nov(ember|\.)?|dec(ember|\.)?) \d|\b\d{1,2} (january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(1[89]|20)\d\d\b|\b(today|yesterday|undated)\b/i;
/** “On Monday” and “in March” are no places. */
const PLACE =
  /\b(in|at|near|outside|off|over|from|on|across|inside|along)\s+(the\s+)?(?!(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Lu}/u;
const PLACE_FIRST = /^[\p{Lu}][\p{L} .'’-]+,\s+[\p{Lu}][\p{L} ]+\s[-–—]\s/u;
const FILLER = /\b(is|are) (pictured|seen|shown)\b|\b(pictured|seen) here\b|\bpictured:/i;
const PAST = /^[^,.]{0,60}?\b(was|were|walked|spoke|arrived|held|stood|sat|attended|left|met)\b/i;

function isEnglish(language: string): boolean {
  return /^en(-|$)/i.test(language);
}

function saysWhere(text: string, place: string | null): boolean {
  if (place && plain(text).includes(plain(place))) return true;
  return PLACE.test(text) || PLACE_FIRST.test(text);
}

function words(text: string): number {
  return text.split(/\s+/).length;
}

function sentences(text: string): number {
  return (text.match(/[.!?][”’"')]*(?=\s+\p{Lu}|$)/gu) ?? []).length;
}

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?])\s/)[0] ?? text;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s.]+/g, " ").trim();
}
