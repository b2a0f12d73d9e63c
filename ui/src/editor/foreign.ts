/** Passages in another language: the reader's browser, spelling and voice then know it. */

import { closeHistory } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { takesMark } from "./formatting";
import { passageAround } from "./passages";
import { schema } from "./schema";

/**
 * Says in which language the selection is, or the passage around the caret; without one, what is
 * typed next. `null`: in the story's own.
 */
export function markForeign(language: string | null): Command {
  const { foreign } = schema.marks;
  return (state, dispatch) => {
    const { selection, tr } = state;
    const { $from, from, to, empty } = selection;
    if (!(selection instanceof TextSelection) || !takesMark($from.parent, foreign)) return false;
    const around = empty ? passageAround($from, ({ type }) => type === foreign) : null;
    const range = around ?? { from, to };
    if (range.from === range.to) {
      tr.removeStoredMark(foreign);
      if (language !== null) tr.addStoredMark(foreign.create({ language }));
    } else {
      closeHistory(tr).removeMark(range.from, range.to, foreign);
      if (language !== null) tr.addMark(range.from, range.to, foreign.create({ language }));
    }
    dispatch?.(tr);
    return true;
  };
}
