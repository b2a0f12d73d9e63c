/**
 * How each language sets its quotation marks, dashes, ellipses and spaces, as data.
 *
 * Marks are those of Unicode CLDR's delimiters (https://cldr.unicode.org, `quotationStart` to
 * `alternateQuotationEnd`), except where a line names the rule of the language's own academy or style
 * book. A dialect is looked up before its language: `fr-CH` before `fr`. To add a language: a line
 * here, a line in `typography.test.ts`.
 */

/** U+202F: as wide as a thin space, and no line ends at it. */
export const NARROW = "\u202f";
/** U+00A0. */
export const NO_BREAK = "\u00a0";

export type Pair = readonly [open: string, close: string];

export interface Typography {
  /** What the first level of quotation stands in. */
  outer: Pair;
  /** A quotation in a quotation. */
  inner: Pair;
  /** What a straight single mark opens; `null`: it is always an apostrophe. */
  single: Pair | null;
  /** What stands between an outer mark and the words in it. */
  inside: string;
  /** What stands before these signs. */
  before: Readonly<Record<string, string>>;
  /** What two hyphens become. */
  dash: string;
  /** What three full stops become. */
  ellipsis: string;
  /** Whether spaces part the words, so that a space before a mark says that it opens. */
  spaced: boolean;
  /** What only the next letters show to be an apostrophe: the first group is what follows it. */
  elisions: readonly RegExp[];
}

const EN = "–";
const EM = "—";
const SINGLES = new Set(["‘", "’", "‚", "‹", "『"]);
const FRENCH = { ";": NARROW, ":": NARROW, "!": NARROW, "?": NARROW };

/** ’90s, rock ’n’ roll, ’tis. */
const ENGLISH = [/‘(\d0s)$/, /‘(n’)$/, /‘((?:tis|twas|em|til)[\s.,;:!?])$/i];
/** ’s-Gravenhage, ’t, ’n (Taalunie, "apostrof"). */
const DUTCH = [/‘((?:[stnk]|er|em)[\s-])$/i];

function marks(four: string, more: Partial<Typography> = {}): Typography {
  const [a = "“", b = "”", c = "‘", d = "’"] = four;
  const inner: Pair = [c, d];
  return {
    outer: [a, b],
    inner,
    single: SINGLES.has(c) ? inner : null,
    inside: "",
    before: {},
    dash: EN,
    ellipsis: "…",
    spaced: true,
    elisions: [],
    ...more,
  };
}

/** Spanish, Catalan and Portuguese have a third level (RAE, Ortografía 2010, "comillas"). */
const THIRD: Partial<Typography> = { single: ["‘", "’"], dash: EM };
const EAST: Partial<Typography> = { dash: EM + EM, spaced: false };

const LANGUAGES: Readonly<Record<string, Typography>> = {
  // CLDR en. The em dash is Associated Press style; British desks set a spaced en dash (New Hart's
  // Rules §4.11.2).
  en: marks("“”‘’", { dash: EM, elisions: ENGLISH }),
  "en-GB": marks("“”‘’", { elisions: ENGLISH }),
  "en-IE": marks("“”‘’", { elisions: ENGLISH }),
  // CLDR fr for the outer marks; “ ” inside them and the spaces: Lexique des règles typographiques en
  // usage à l'Imprimerie nationale, "guillemets" and "ponctuation". Narrow before the colon as well,
  // as the press sets it.
  fr: marks("«»“”", { inside: NARROW, before: FRENCH }),
  // CLDR fr_CH; Guide du typographe (Lausanne).
  "fr-CH": marks("«»‹›", { inside: NARROW, before: FRENCH, single: null }),
  // Office québécois de la langue française, "Espacements": no space before ; ! ?
  "fr-CA": marks("«»“”", { inside: NO_BREAK, before: { ":": NO_BREAK } }),
  de: marks("„“‚‘"),
  // Schweizer Presse: Duden, "Anführungszeichen", for Switzerland; no space inside.
  "de-CH": marks("«»‹›"),
  "de-LI": marks("«»‹›"),
  nl: marks("“”‘’", { elisions: DUTCH }), // Taaladvies.net, "Aanhalingstekens": double for quotations.
  af: marks("“”‘’", { elisions: DUTCH }),
  es: marks("«»“”", THIRD),
  // CLDR es_419 and what takes after it.
  ...same("es-419 es-AR es-BO es-CL es-CO es-CR es-CU es-DO es-EC es-GT es-HN es-MX", "“”‘’", { dash: EM }),
  ...same("es-NI es-PA es-PE es-PR es-PY es-SV es-US es-UY es-VE", "“”‘’", { dash: EM }),
  pt: marks("“”‘’", { dash: EM }),
  "pt-PT": marks("«»“”", THIRD),
  it: marks("«»“”"), // CLDR it; a single mark is an apostrophe, as in ’ndrangheta.
  ca: marks("«»“”", THIRD),
  gl: marks("“”‘’", { dash: EM }),
  eu: marks("«»“”"),
  ro: marks("„”«»"),
  pl: marks("„”«»"),
  ...same("cs sk sl hr mk et is", "„“‚‘"),
  bs: marks("„”‘’"),
  sr: marks("„”‘’"), // Pravopis srpskoga jezika (Matica srpska, 2010), "navodnici".
  ...same("bg lt ka", "„“‘’"), // CLDR for the outer marks; it names no others for the inner ones.
  hu: marks("„”»«"), // CLDR hu; Akadémiai helyesírás §257.
  ...same("ru uk be kk", "«»„“", { dash: EM }),
  ...same("lv id ms vi th hi bn ta te az sw", "“”‘’"),
  ...same("sv fi", "””’’"),
  da: marks("””’’"), // Dansk Sprognævn, Retskrivningsordbogen §58, shape 99.
  ...same("nb nn no", "«»‘’"),
  tr: marks("“”‘’"),
  el: marks("«»“”"),
  sq: marks("«»“”"),
  he: marks("””’’"),
  ar: marks("”“’‘"),
  ur: marks("”“’‘"),
  fa: marks("«»‹›"),
  ja: marks("「」『』", EAST),
  // GB/T 15834-2011 §4.9 and §4.11: six dots, a dash two characters long.
  zh: marks("“”‘’", { ...EAST, ellipsis: "……" }),
  ...same("zh-Hant zh-TW zh-HK zh-MO", "「」『』", { ...EAST, ellipsis: "……" }),
  ko: marks("“”‘’", { dash: EM }),
};

const OTHERS = marks("“”‘’");

/** The rules for a BCP 47 tag; those of its language where its dialect has none. */
export function typographyOf(tag: string): Typography {
  const parts = tag.split(/[-_]/);
  const language = parts[0]?.toLowerCase() ?? "";
  for (const part of parts.slice(1)) {
    const dialect = LANGUAGES[`${language}-${cased(part)}`];
    if (dialect) return dialect;
  }
  return LANGUAGES[language] ?? OTHERS;
}

/** "hant" is a script and "mx" a region. */
function cased(part: string): string {
  if (part.length !== 4) return part.toUpperCase();
  return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
}

function same(tags: string, four: string, more?: Partial<Typography>): Record<string, Typography> {
  const one = marks(four, more);
  return Object.fromEntries(tags.split(" ").map((tag) => [tag, one]));
}
