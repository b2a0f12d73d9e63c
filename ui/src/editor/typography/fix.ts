/**
 * "Fix quotes": sets what was pasted as if it had been typed here. Straight marks, and those of another
 * language, become the language's own; two hyphens a dash, three full stops an ellipsis.
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import { editorWords } from "../../messages/editor";
import { announce } from "../announce";
import type { Typography } from "./languages";
import { inAddress, setApostrophe, setQuote, setSpace } from "./quotes";
import type { Setting } from "./quotes";
import { dashAfter, typographyAt } from "./rules";

interface Edit {
  from: number;
  to: number;
  text: string;
}

const SPACE = "[ \\u00a0\\u202f]?";
const OTHERS = `[„“”‟"'‘’‚‛‹›]|(?<![-–—])--(?!-)|(?<!\\.)\\.\\.\\.(?!\\.)|[ \\u00a0][;:!?]`;
/** The spaces inside guillemets go with them; »…« has none. */
const INWARD = new RegExp(`«${SPACE}|${SPACE}»|${OTHERS}`, "g");
const OUTWARD = new RegExp(`[«»]|${OTHERS}`, "g");
const REACH = 1000;

/** Sets all of the selection; of a caret, its block. Says how many marks it set. */
export function fixQuotes(state: EditorState): Transaction {
  const edits: Edit[] = [];
  const { from, to, empty, $from } = state.selection;
  const [start, end] = empty && $from.depth > 0 ? [$from.start(), $from.end()] : [from, to];
  state.doc.nodesBetween(start, end, (node, at) => {
    if (!node.isTextblock) return true;
    edits.push(...fixBlock(state, node, at + 1, start, end));
    return false;
  });
  const tr = announce(closeHistory(state.tr), editorWords.quotesFixed(edits.length));
  for (const edit of edits.reverse()) tr.insertText(edit.text, edit.from, edit.to);
  return tr;
}

function fixBlock(state: EditorState, block: Node, start: number, from: number, to: number): Edit[] {
  const text = block.textBetween(0, block.content.size, null, "\ufffc");
  const edits: Edit[] = [];
  const outward = /[«»]/.exec(text)?.[0] === "»";
  let done = "";
  let read = 0;
  for (const { 0: found, index: at } of text.matchAll(outward ? OUTWARD : INWARD)) {
    done = (done + text.slice(read, at)).slice(-REACH);
    read = at + found.length;
    const inside = start + at >= from && start + read <= to;
    const rules = typographyAt(state, start + at + 1);
    const set = inside ? setting(found, done, text.slice(read, read + 2), rules) : null;
    const { back, text: made } = set ?? { back: 0, text: found };
    if (made !== found) edits.push({ from: start + at - back, to: start + read, text: made });
    done = done.slice(0, done.length - back) + made;
  }
  return edits;
}

/** `null`: what was found stays. */
function setting(found: string, done: string, after: string, rules: Typography): Setting | null {
  if (inAddress(done)) return null;
  if (found === "--") return { back: 0, text: dashAfter(done, rules) };
  if (found === "...") return { back: 0, text: rules.ellipsis };
  const sign = found.trim();
  if (/^[;:!?]$/.test(sign)) {
    const set = setSpace(sign, done + found.charAt(0), rules);
    return set && { back: 0, text: set.text };
  }
  return quote(sign, done, after, rules);
}

function quote(sign: string, done: string, after: string, rules: Typography): Setting | null {
  const isDouble = /[„“”‟"«»]/.test(sign);
  // 5'10": feet, inches, minutes.
  const measures = /["']/.test(sign) && /\d$/.test(done) && (isDouble ? !/["“„«]/.test(done) : /^\d/.test(after));
  if (measures) return null;
  const set = setQuote(isDouble ? '"' : "'", done, rules);
  const next = /^\p{L}/u.exec(after)?.[0];
  if (next === undefined) return set;
  const turned = setApostrophe(done.slice(-2) + set.text + next, rules);
  return turned?.back === 1 ? { back: 0, text: turned.text.slice(0, -next.length) } : set;
}
