/** Counts by the story's own language: words as its readers part them, characters as they see them. */

import type { EditorState } from "prosemirror-state";
import { NodeSelection } from "prosemirror-state";

export interface Counts {
  words: number;
  characters: number;
}

/** Longer text is counted by code points: no reader sees the difference there. */
const EXACT = 200_000;

/** Of a selection that is searched for, in characters. */
const SEARCHED = 200;

const words = new Map<string, Intl.Segmenter>();
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Of the selected text. A caret counts nothing, nor does a picture. Walks what is selected: call it on a timer. */
export function selectionCounts(state: EditorState): Counts {
  const { from, to, empty } = state.selection;
  if (empty || state.selection instanceof NodeSelection) return { words: 0, characters: 0 };
  const text = state.doc.textBetween(from, to, "\n", "\n");
  const language = state.doc.attrs.language as string;
  return { words: wordsIn(text, language), characters: charactersIn(text.replaceAll("\n", "")) };
}

/** What is selected in one block, as a search would take it. */
export function selectedText(state: EditorState): string {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to) || !$from.parent.isTextblock) return "";
  return state.doc.textBetween($from.pos, Math.min($to.pos, $from.pos + SEARCHED), " ", " ");
}

export function wordsIn(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter(language).segment(text)) if (isWordLike) count++;
  return count;
}

/** As a reader sees them: a family of emoji is one. */
export function charactersIn(text: string): number {
  // eslint-disable-next-line no-control-regex -- plain ASCII has one character for each code unit
  if (/^[\u0000-\u007f]*$/.test(text)) return text.length;
  if (text.length > EXACT) return [...text].length;
  return [...characters.segment(text)].length;
}

/** A tag that nobody knows counts as any other language. */
function segmenter(language: string): Intl.Segmenter {
  let found = words.get(language);
  if (!found) {
    try {
      found = new Intl.Segmenter(language, { granularity: "word" });
    } catch {
      found = new Intl.Segmenter(undefined, { granularity: "word" });
    }
    words.set(language, found);
  }
  return found;
}
