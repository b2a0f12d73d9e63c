/** Typography while typing: input rules, so that one Backspace brings back what was typed. */

import { InputRule } from "prosemirror-inputrules";
import type { EditorState } from "prosemirror-state";
import { habitsOf } from "../habits";
import { typographyOf } from "./languages";
import type { Typography } from "./languages";
import { inAddress, setApostrophe, setQuote, setSpace } from "./quotes";
import type { Setting, Straight } from "./quotes";

/** How far back a quotation is looked for, in characters: typing costs the same in any paragraph. */
const REACH = 1000;

export function typographyRules(): InputRule[] {
  return [
    rule(/["']$/, (match, before, rules) => {
      const set = setQuote(match as Straight, before, rules);
      return setApostrophe(before.slice(-4) + set.text, rules) ?? set;
    }),
    rule(/ $/, (_, before, rules) => doubled(before, rules)),
    rule(/[;:!?«»]$/, (match, before, rules) => setSpace(match, before, rules)),
    rule(/(?<![-–—])--$/, (_, before, rules) => ({ back: 0, text: dashAfter(before, rules) })),
    rule(/(?<!\.)\.\.\.$/, (_, __, rules) => ({ back: 0, text: rules.ellipsis })),
    elision(),
  ];
}

/** A range of numbers takes an en dash in every language. */
export function dashAfter(before: string, rules: Typography): string {
  return /\d$/.test(before) ? "–" : rules.dash;
}

/** The rules of the language at a position: the story's, or that of a foreign passage. */
export function typographyAt(state: EditorState, pos: number): Typography {
  const marks = (pos === state.selection.from && state.storedMarks) || state.doc.resolve(pos).marks();
  const foreign = marks.find(({ type }) => type.name === "foreign");
  const language: unknown = foreign?.attrs.language ?? state.doc.attrs.language;
  return typographyOf(typeof language === "string" ? language : "");
}

/** The text of the block before a position, one character for each place. */
export function textBefore(state: EditorState, pos: number): string {
  const $pos = state.doc.resolve(pos);
  const from = Math.max(0, $pos.parentOffset - REACH);
  return $pos.parent.textBetween(from, $pos.parentOffset, null, "\ufffc");
}

/** A space that is typed where the mark has brought its own is not typed. */
function doubled(before: string, { outer, inside }: Typography): Setting | null {
  return inside !== "" && before.endsWith(outer[0] + inside) ? { back: 0, text: "" } : null;
}

type Make = (match: string, before: string, rules: Typography) => Setting | null;

function rule(pattern: RegExp, make: Make): InputRule {
  return new InputRule(pattern, (state, match, from, to) => {
    if (!habitsOf(state).smart) return null;
    const before = textBefore(state, from);
    if (inAddress(before) || inLinkedAddress(state, from)) return null;
    const made = make(match[0], before, typographyAt(state, from));
    if (!made || (made.back === 0 && made.text === match[0])) return null;
    return state.tr.insertText(made.text, from - made.back, to);
  });
}

/** What follows a mark shows that it is an apostrophe. Cheap where no mark stands close by. */
function elision(): InputRule {
  return new InputRule(/\p{L}?[‘’”“›][\p{L}\d]{1,6}[\s.,;:!?’-]?$/u, (state, match, from, to) => {
    if (!habitsOf(state).smart) return null;
    const made = setApostrophe(match[0], typographyAt(state, from));
    const at = match[0].length - 1 - (made?.back ?? 0);
    // What is not in the document yet came in one piece, as from an input method.
    if (!made || from + at > state.selection.from) return null;
    return state.tr.insertText(made.text, from + at, to);
  });
}

/** A link whose words are its address. */
function inLinkedAddress(state: EditorState, pos: number): boolean {
  const { nodeBefore } = state.doc.resolve(pos);
  const link = nodeBefore?.marks.find(({ type }) => type.name === "link");
  return link !== undefined && nodeBefore?.text?.startsWith("http") === true;
}

