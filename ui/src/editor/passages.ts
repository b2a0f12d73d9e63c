/** Stretches of text: what one mark covers, and the word that the caret is in. */

import type { Mark, ResolvedPos } from "prosemirror-model";

export interface Passage {
  from: number;
  to: number;
  mark: Mark;
}

/** The passage that the position touches: all neighbouring pieces that bear the mark. */
export function passageAround($at: ResolvedPos, sought: (mark: Mark) => boolean): Passage | null {
  const marks = [$at.nodeAfter, $at.nodeBefore].flatMap((node) => node?.marks ?? []);
  const mark = marks.find(sought);
  if (!mark) return null;
  const has = (index: number) => Boolean($at.parent.maybeChild(index)?.marks.some((m) => m.eq(mark)));
  let first = has($at.index()) ? $at.index() : $at.index() - 1;
  let last = first;
  while (has(first - 1)) first--;
  while (has(last + 1)) last++;
  return { from: $at.posAtIndex(first), to: $at.posAtIndex(last + 1), mark };
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** The word at the position, or the whole line where there is none. `null`: the line is empty. */
export function wordAround($at: ResolvedPos): { from: number; to: number } | null {
  const { parent, parentOffset } = $at;
  if (!parent.isTextblock || parent.content.size === 0) return null;
  const start = $at.start();
  // One character for each leaf, so that places in the text are places in the line.
  const text = parent.textBetween(0, parent.content.size, undefined, "\ufffc");
  for (const { index, segment, isWordLike } of words.segment(text)) {
    const touches = index <= parentOffset && parentOffset <= index + segment.length;
    if (isWordLike && touches) return { from: start + index, to: start + index + segment.length };
  }
  return { from: start, to: $at.end() };
}
