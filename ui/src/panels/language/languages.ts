/** The languages that a story may be in: their names, and the way their lines run. */

/** One language to choose. */
export interface Language {
  /** BCP 47. */
  tag: string;
  /** In the window's language. */
  name: string;
  /** As its own readers call it. */
  own: string;
}

/** Those of news desks; a person may type the tag of any other. */
const TAGS = (
  "af am ar az be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IE en-IN en-NZ " +
  "en-US en-ZA es es-419 es-AR es-MX et eu fa fi fil fr fr-BE fr-CA fr-CH ga gl gu ha he hi hr hu " +
  "hy id ig is it ja ka kk km kn ko ku ckb ky lo lt lv mk ml mn mr ms mt my nb ne nl nl-BE nn or pa " +
  "pl ps pt pt-BR ro ru rw si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk tr ug uk ur uz vi yi " +
  "yo zh-Hans zh-Hant zu"
).split(" ");

const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

const inEnglish = new Intl.DisplayNames("en", { type: "language" });

/** Every language on offer, by its name, with `chosen` among them. */
export function languages(chosen: string): Language[] {
  const tags = TAGS.includes(chosen) ? TAGS : [chosen, ...TAGS];
  const all = tags.map((tag) => ({ tag, name: nameOf(tag), own: ownNameOf(tag) }));
  return all.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** Those whose tag or either name begins with what is typed, in any of its words. */
export function matching(all: Language[], typed: string): Language[] {
  const wanted = folded(typed);
  if (wanted === "") return all;
  const fits = ({ tag, name, own }: Language) =>
    [tag, name, own].some((text) => ` ${folded(text)}`.includes(` ${wanted}`));
  return all.filter(fits);
}

/** "Turkish"; the tag itself where nobody has a name for it. */
export function nameOf(tag: string): string {
  return named(inEnglish, tag);
}

export function ownNameOf(tag: string): string {
  try {
    return named(new Intl.DisplayNames(tag, { type: "language" }), tag);
  } catch {
    return tag;
  }
}

/** The canonical tag. `null`: it is none. */
export function tagOf(typed: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim().replaceAll("_", "-"));
    return tag ?? null;
  } catch {
    return null;
  }
}

/** The way that a language's lines run, by the script that it is written in. */
export function directionOf(tag: string): "ltr" | "rtl" {
  try {
    const { script } = new Intl.Locale(tag).maximize();
    return RIGHT_TO_LEFT.has(script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}

function named(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll(/[()]/g, "").trim();
}
