/** The words that say in a caption that somebody or something was made unrecognisable. */

const WORDS: Record<string, string> = {
  ar: "تم إخفاء الهوية",
  de: "unkenntlich gemacht",
  en: "identity obscured",
  es: "identidad oculta",
  fr: "identité masquée",
  it: "identità oscurata",
  nl: "onherkenbaar gemaakt",
  pl: "tożsamość ukryta",
  pt: "identidade ocultada",
  tr: "kimliği gizlendi",
};

/** In the story's language, else in English. `language` is BCP 47. */
export function obscuredWords(language: string): string {
  return WORDS[language.split("-")[0]?.toLowerCase() ?? ""] ?? "identity obscured";
}

export function saysObscured(caption: string, language: string): boolean {
  return caption.toLocaleLowerCase(language).includes(obscuredWords(language));
}

/** The caption with the words at its end: as a sentence after one, else in brackets. */
export function withObscured(caption: string, language: string): string {
  const words = obscuredWords(language);
  const own = caption.trim();
  const [first = "", ...rest] = words;
  const sentence = `${first.toLocaleUpperCase(language)}${rest.join("")}.`;
  if (own === "") return sentence;
  return /[.!?…]["”’»)]?$/.test(own) ? `${own} ${sentence}` : `${own} (${words})`;
}
