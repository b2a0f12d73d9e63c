/**
 * Text as it is compared: without what a search shall not tell apart. Straight quotes find curly
 * ones, a space finds a no-break space, and what has no width is passed over, in every search.
 */

export interface Folding {
  matchCase: boolean;
  accents: boolean;
  /** Curly and straight marks are the same. */
  quotes: boolean;
  /** BCP 47: "I" has another small letter in Turkish. */
  language: string;
}

export interface Folded {
  text: string;
  /** For each code unit its place in the original, and where that ends; `null`: the same places. */
  places: readonly number[] | null;
}

const ASCII = /^[\t\n\r -~]*$/;
/** Plain letters, but for one that an accent follows. */
const PLAIN = /[\t\n\r -~]+(?![\u0300-\u036f])/y;
/** Of Latin, Greek and Cyrillic, of Arabic (tashkeel and tatweel) and of Hebrew. Others are letters. */
const ACCENTS =
  /[\u0300-\u036f]|[\u0591-\u05bd]|[\u05bf\u05c7]|[\u05c1\u05c2]|[\u05c4\u05c5]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670/g;
/** й is no и with something above it. */
const SHORT_I = /^[йЙ]/u;
const NO_WIDTH = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const SPACE = /[\u00a0\u2000-\u200a\u202f\u3000\ufffc]/;
const SINGLE = /[‘’‚‛]/;
const DOUBLE = /[“”„‟]/;
const UNDIVIDED: Readonly<Record<string, string>> = {
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ß: "ss",
};

export function fold(text: string, folding: Folding): Folded {
  if (ASCII.test(text)) {
    return { text: folding.matchCase ? text : lower(text, folding.language), places: null };
  }
  return foldEach(text, folding);
}

function foldEach(text: string, folding: Folding): Folded {
  const known = new Map<string, string>();
  const places: number[] = [];
  const folded: string[] = [];
  for (let at = 0; at < text.length; ) {
    const plain = plainAt(text, at);
    if (plain !== "") {
      for (let unit = 0; unit < plain.length; unit++) places.push(at + unit);
      folded.push(folding.matchCase ? plain : lower(plain, folding.language));
      at += plain.length;
      continue;
    }
    const letter = letterAt(text, at);
    let one = known.get(letter);
    if (one === undefined) known.set(letter, (one = foldLetter(letter, folding)));
    for (let unit = 0; unit < one.length; unit++) places.push(at);
    folded.push(one);
    at += letter.length;
  }
  places.push(text.length);
  return { text: folded.join(""), places };
}

/** Plain letters keep their number and their places. */
function plainAt(text: string, at: number): string {
  PLAIN.lastIndex = at;
  return PLAIN.exec(text)?.[0] ?? "";
}

/** A code point with the accents that follow it. */
function letterAt(text: string, at: number): string {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (isAccent(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/** A combining mark of Latin, Greek and Cyrillic; past the end there is none. */
function isAccent(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

function foldLetter(letter: string, folding: Folding): string {
  if (NO_WIDTH.test(letter)) return "";
  if (SPACE.test(letter)) return " ";
  if (folding.quotes && SINGLE.test(letter)) return "'";
  if (folding.quotes && DOUBLE.test(letter)) return '"';
  const bare = folding.accents ? letter.normalize("NFC") : withoutAccents(letter);
  return folding.matchCase ? bare : lower(bare, folding.language);
}

function withoutAccents(letter: string): string {
  if (SHORT_I.test(letter.normalize("NFC"))) return letter.normalize("NFC");
  const bare = letter.normalize("NFD").replace(ACCENTS, "").normalize("NFC");
  return UNDIVIDED[bare] ?? bare;
}

function lower(text: string, language: string): string {
  try {
    return text.toLocaleLowerCase(language);
  } catch {
    return text.toLowerCase();
  }
}
