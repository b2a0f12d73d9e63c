/** Every element of the body that can be put in: by the menu, by keys and by the window's palette. */

import { elementWords } from "../../messages/elements";
import type { ElementChoice, ElementName } from "../types";

/** In the order in which they are offered. */
export const ELEMENTS = Object.keys(elementWords.names) as ElementName[];

/** As ProseMirror names keys. */
export const ELEMENT_KEYS: Readonly<Partial<Record<ElementName, string>>> = {
  paragraph: "Mod-Alt-0",
  crosshead: "Mod-Alt-2",
  smallCrosshead: "Mod-Alt-3",
  quote: "Mod-Alt-4",
  pullQuote: "Mod-Alt-5",
  factBox: "Mod-Alt-6",
  list: "Mod-Alt-7",
  numberedList: "Mod-Alt-8",
  table: "Mod-Alt-9",
};

/** What may stand in a fact box. */
export const IN_BOX: readonly ElementName[] = [
  "paragraph",
  "crosshead",
  "smallCrosshead",
  "list",
  "numberedList",
  "tk",
];

export function elementList(): ElementChoice[] {
  return ELEMENTS.map((name) => ({
    name,
    label: elementWords.names[name],
    keys: ELEMENT_KEYS[name] ?? null,
  }));
}

/** Those that somebody may mean who typed this, those whose own name begins with it first. */
export function elementsNamed(typed: string, among: readonly ElementName[]): ElementName[] {
  const sought = typed.trim().toLowerCase();
  if (sought === "") return [...among];
  const begins = (words: string) => ` ${words.toLowerCase()}`.includes(` ${sought}`);
  const byName = among.filter((name) => elementWords.names[name].toLowerCase().startsWith(sought));
  const others = among.filter(
    (name) => begins(elementWords.names[name]) || begins(elementWords.alsoCalled[name]),
  );
  return [...new Set([...byName, ...others])];
}
