/**
 * How this desk and this person write: what typing turns into, which marks stand for "to come", how
 * long a headline may be, and what the page shows besides the words. Not part of the document.
 */

import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import type { CodeReplacement, MeasuredPart } from "../desk/contract";

export interface Habits {
  /** Quotes, dashes and spaces by the language. */
  smart: boolean;
  /** Codes between backslashes; none: they stay as they are typed. */
  codes: readonly CodeReplacement[];
  /** What stands for a fact still to come. */
  tkMarks: readonly string[];
  /** Characters, as a reader sees them. */
  limits: Partial<Record<MeasuredPart, number>>;
  /** Shows what has no shape of its own: no-break spaces, line breaks, ends of paragraphs. */
  invisibles: boolean;
  /** Dims all but the block that is written in, and keeps it in the middle. */
  focusMode: boolean;
}

const USUAL: Habits = {
  smart: true,
  codes: [],
  tkMarks: ["TK", "TKTK", "[CQ?]"],
  limits: {},
  invisibles: false,
  focusMode: false,
};

const key = new PluginKey<Habits>("habits");

export function habitsPlugin(): Plugin<Habits> {
  return new Plugin<Habits>({
    key,
    state: {
      init: () => USUAL,
      apply: (tr, habits) => {
        const changed = tr.getMeta(key) as Partial<Habits> | undefined;
        return changed ? { ...habits, ...changed, tkMarks: sameMarks(habits, changed) } : habits;
      },
    },
  });
}

export function habitsOf(state: EditorState): Habits {
  return key.getState(state) ?? USUAL;
}

/** The very same list while it says the same: another one has the whole story looked through. */
function sameMarks({ tkMarks }: Habits, { tkMarks: next = tkMarks }: Partial<Habits>): readonly string[] {
  const same = next.length === tkMarks.length && next.every((mark, index) => mark === tkMarks[index]);
  return same ? tkMarks : next;
}

/** Not a change of the story. */
export function putHabits(tr: Transaction, habits: Partial<Habits>): Transaction {
  return tr.setMeta(key, habits).setMeta("addToHistory", false);
}
