/**
 * TK, "to come": the marks of the desk, highlighted where they stand. What counts as a mark is the
 * same as in `src-tauri/core/src/check/tk.rs`.
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { editorWords } from "../messages/editor";
import type { Range } from "./changed";
import { changedRanges, stretches } from "./changed";
import { habitsOf } from "./habits";
import { schema } from "./schema";

/** Longer than a mark with what may make a name of it. */
const REACH = 64;

const key = new PluginKey<DecorationSet>("tk");

export function tkPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => DecorationSet.create(state.doc, all(state)),
      apply(tr, set, old, state) {
        if (habitsOf(old).tkMarks !== habitsOf(state).tkMarks) return DecorationSet.create(state.doc, all(state));
        return tr.docChanged ? follow(tr, set.map(tr.mapping, tr.doc), state) : set;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** How many marks the story holds. */
export function tkCount(state: EditorState): number {
  return key.getState(state)?.find().length ?? 0;
}

/** Selects the mark after the selection, or the one before; round the end. `null`: there is none. */
export function goToTk(state: EditorState, step: 1 | -1): Transaction | null {
  const marks = (key.getState(state)?.find() ?? []).sort((a, b) => a.from - b.from);
  const { from } = state.selection;
  const next =
    step === 1 ? marks.find((mark) => mark.from > from) : marks.findLast((mark) => mark.from < from);
  const mark = next ?? marks.at(step === 1 ? 0 : -1);
  if (!mark) return null;
  return state.tr.setSelection(TextSelection.create(state.doc, mark.from, mark.to)).scrollIntoView();
}

/** The marks in a text, never inside a word. */
export function tksIn(text: string, pattern: RegExp): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ from: match.index, to: match.index + match[0].length });
  }
  return found;
}

let known: { marks: readonly string[]; pattern: RegExp | null } | null = null;

/** What finds these marks; `null`: there are none. The very same list is read once, not with every key. */
export function tkPattern(marks: readonly string[]): RegExp | null {
  if (known?.marks !== marks) known = { marks, pattern: patternOf(marks) };
  return known.pattern;
}

function patternOf(marks: readonly string[]): RegExp | null {
  const whole = marks.filter((mark) => mark.trim() !== "").sort((a, b) => b.length - a.length);
  if (whole.length === 0) return null;
  return new RegExp(whole.map(markPattern).join("|"), "gu");
}

/** TK Maxx and TK Elevator are companies, TK 1980 and TK1980 are flights. */
const NAME = String.raw`(?!\s(?:[Mm][Aa][Xx][Xx]|[Ee][Ll][Ee][Vv][Aa][Tt][Oo][Rr])(?![\p{L}\p{N}_])|\s\d{3,4}(?![\p{L}\p{N}_]))`;

function markPattern(mark: string): string {
  const literal = mark.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const head = /^[\p{L}\p{N}_]/u.test(mark) ? String.raw`(?<![\p{L}\p{N}\p{M}_])` : "";
  const tail = /[\p{L}\p{N}_]$/u.test(mark) ? String.raw`(?![\p{L}\p{N}\p{M}_])` : "";
  return `${head}${literal}${tail}${mark === "TK" ? NAME : ""}`;
}

function all(state: EditorState): Decoration[] {
  return within(state, { from: 0, to: state.doc.content.size });
}

function follow(tr: Transaction, set: DecorationSet, state: EditorState): DecorationSet {
  let next = set;
  for (const { from, to } of changedRanges(tr)) {
    const near = { from: Math.max(0, from - REACH), to: Math.min(to + REACH, tr.doc.content.size) };
    next = next.remove(next.find(near.from, near.to)).add(tr.doc, within(state, near));
  }
  return next;
}

/** The marks that touch the range. */
function within(state: EditorState, range: Range): Decoration[] {
  const pattern = tkPattern(habitsOf(state).tkMarks);
  if (pattern === null) return [];
  return stretches(state.doc, range, REACH)
    .filter(({ parent }) => !isWanted(parent))
    .flatMap(({ text, start }) => tksIn(text, pattern).map(({ from, to }) => mark(start + from, start + to)))
    .filter(({ from, to }) => to >= range.from && from <= range.to);
}

/** A wanted photo is left out of the page with its caption, so nothing of it prints. */
function isWanted(parent: Node | null): boolean {
  return parent?.type === schema.nodes.figure && parent.attrs.photoId === null;
}

function mark(from: number, to: number): Decoration {
  return Decoration.inline(from, to, { class: "tk", title: editorWords.toCome });
}
