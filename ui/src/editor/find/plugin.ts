/** The matches on the page, and the one that a person is at. They move with the text until the next search. */

import type { EditorState, Transaction } from "prosemirror-state";
import { NodeSelection, Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { figureAt } from "../elements/figure/commands";
import type { Match } from "./types";

interface Put {
  matches: readonly Match[];
}

interface Marked {
  set: DecorationSet;
  current: string | null;
}

const NOTHING: Marked = { set: DecorationSet.empty, current: null };
const key = new PluginKey<Marked>("find");
const CURRENT = "findCurrent";

export function findPlugin(): Plugin<Marked> {
  return new Plugin<Marked>({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, marked, _, state) {
        const put = tr.getMeta(key) as Put | undefined;
        const current = tr.getMeta(CURRENT) as string | undefined;
        if (put) return { ...marked, set: draw(put.matches, marked.current, state) };
        if (current !== undefined) return { current, set: emphasise(marked.set, current, state) };
        return tr.docChanged ? { ...marked, set: marked.set.map(tr.mapping, tr.doc) } : marked;
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** Marks these matches in the text, and no others. */
export function putMatches(tr: Transaction, matches: readonly Match[]): Transaction {
  return tr.setMeta(key, { matches } satisfies Put).setMeta("addToHistory", false);
}

/** Selects a match where it stands now: its words, or the figure that shows them. `null`: it is gone. */
export function goToMatch(state: EditorState, match: Match): Transaction | null {
  const tr = state.tr.setMeta(CURRENT, match.key);
  const { at } = match;
  if (at.what === "fact") {
    if (!figureAt(state.doc, at.figure)) return null;
    return tr.setSelection(NodeSelection.create(state.doc, at.figure)).scrollIntoView();
  }
  const [mark] = key.getState(state)?.set.find(undefined, undefined, (spec) => spec.key === match.key) ?? [];
  const { from, to } = mark ?? at;
  if (to > state.doc.content.size) return null;
  return tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView();
}

function draw(matches: readonly Match[], current: string | null, state: EditorState): DecorationSet {
  const found = matches.flatMap((match) => {
    if (match.at.what === "fact") return [];
    return [decoration(match.at.from, match.at.to, match.key, match.key === current)];
  });
  return DecorationSet.create(state.doc, found);
}

function emphasise(set: DecorationSet, current: string, state: EditorState): DecorationSet {
  const before = set.find(undefined, undefined, (spec) => spec.current === true || spec.key === current);
  const now = before.map(({ from, to, spec }) => {
    const key = spec.key as string;
    return decoration(from, to, key, key === current);
  });
  return set.remove(before).add(state.doc, now);
}

function decoration(from: number, to: number, key: string, current: boolean): Decoration {
  return Decoration.inline(from, to, { class: current ? "match current-match" : "match" }, { key, current });
}
