/** Languages by their English names. */

export const LANGUAGES = "en ar de el es fa fr he hi it ja ko nl pl pt ru th tr uk ur zh".split(" ");

const names = new Intl.DisplayNames("en", { type: "language" });

/** The tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
