/** What to think of while an alt text is written, and how the whole figure is then read out. */

/** Listeners cannot skim: the guidance of screen reader users is a sentence or two. */
const LONG = 250;

export type AltHint = "sameAsCaption" | "fileName" | "pictureOf" | "long";

/** How alt texts begin that say what every screen reader says already. By language. */
const OPENINGS: Record<string, RegExp> = {
  de: /^(ein |das )?(bild|foto|fotografie|aufnahme|grafik) (von|eines|einer|zeigt)\b/i,
  en: /^(an? |the )?(image|photo|photograph|picture|pic|graphic|screenshot) (of|shows|showing|depicting)\b/i,
  es: /^(una |la )?(imagen|foto|fotografía) (de|del|muestra)\b/i,
  fr: /^(une |la |l['’])?(image|photo|photographie) (de|du|des|d['’]|montre)/i,
  it: /^(un['’]|una |la |l['’])?(immagine|foto|fotografia) (di|del|della|mostra)\b/i,
  nl: /^(een |de )?(afbeelding|foto) (van|toont)\b/i,
  pt: /^(uma |a )?(imagem|foto|fotografia) (de|do|da|mostra)\b/i,
  tr: /^(bu |bir )?(resimde|fotoğrafta|görselde|resim|fotoğraf|görsel)(\s|,|:)/iu,
};

const FILE = /^[^\s]+\.(jpe?g|png|webp|tiff?|gif|hei[cf]|avif|bmp)$/i;
const CAMERA = /^(_?dsc|dscn|dscf|img|imag|pxl|p\d{3}|image|photo|screenshot)[-_ ]?\d[\d_-]*$/i;

interface Around {
  caption: string;
  fileName: string;
  /** BCP 47. */
  language: string;
}

export function altHints(typed: string, { caption, fileName, language }: Around): AltHint[] {
  const text = typed.trim();
  if (text === "") return [];
  const hints: AltHint[] = [];
  if (isFileName(text, fileName)) hints.push("fileName");
  else if (plain(text, language) === plain(caption, language)) hints.push("sameAsCaption");
  if (opening(language)?.test(text)) hints.push("pictureOf");
  if ([...text].length > LONG) hints.push("long");
  return hints;
}

function isFileName(text: string, fileName: string): boolean {
  const bare = (name: string) => name.replace(/\.[^.]+$/, "").toLowerCase();
  const own = fileName !== "" && bare(text) === bare(fileName);
  return own || FILE.test(text) || CAMERA.test(text);
}

/** Without case and what stands between words: a full stop more is no other text. */
function plain(text: string, language: string): string {
  return text.toLocaleLowerCase(language).replace(/[\s\p{P}]+/gu, " ").trim();
}

function opening(language: string): RegExp | undefined {
  return OPENINGS[language.split("-")[0]?.toLowerCase() ?? ""];
}
