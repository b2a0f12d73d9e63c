/** How well a name answers to what somebody typed: by words, in any order, also half typed. */

const WHOLE = 4;
const BEGINS = 3;
const WITHIN = 2;
const SKIPS = 1;

/** From 0, not at all, to about 5. Every typed word must be found in `name`. */
export function match(name: string, typed: string): number {
  const text = plain(name);
  const wanted = wordsOf(plain(typed));
  if (wanted.length === 0) return 0;
  const words = wordsOf(text);
  const scores = wanted.map((word) => best(text, words, word));
  if (scores.some((score) => score === 0)) return 0;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  // Of two that say it equally well, the one that begins with it, then the shorter one.
  const begins = text.startsWith(wanted.join(" ")) ? 0.5 : 0;
  return mean + begins + 0.4 / (1 + text.length / 20);
}

function best(text: string, words: string[], wanted: string): number {
  if (words.includes(wanted)) return WHOLE;
  if (words.some((word) => word.startsWith(wanted))) return BEGINS;
  if (text.includes(wanted)) return WITHIN;
  // "capdsk" for "caption desk": the letters in order, the first one at the head of a word.
  return wanted.length > 1 && skips(words, wanted) ? SKIPS : 0;
}

function skips(words: string[], wanted: string): boolean {
  return words.some((_, at) => words[at]?.startsWith(wanted.charAt(0)) && inOrder(words.slice(at).join(""), wanted));
}

function inOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters.charAt(at)) at += 1;
  return at === letters.length;
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** Without case and accents: "Résumé" is found by "resume". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}
