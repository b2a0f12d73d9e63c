/**
 * The shorthand of Markdown: what a few typed characters turn into. Backspace right after it brings
 * back what was typed.
 */

import { InputRule, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import type { InputRule as Rule } from "prosemirror-inputrules";
import type { MarkType, ResolvedPos } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { safeAddress } from "./address";
import { dividerInstead } from "./elements/divider/commands";
import { takesMark } from "./formatting";
import { schema } from "./schema";

export function shorthand(): Rule[] {
  const { crosshead, quote, list } = schema.nodes;
  const { strong, em } = schema.marks;
  return [
    // Three hyphens alone; the first two may have become a dash by then.
    new InputRule(/^(?:---|[—–]{1,2}-)$/, dividerInstead),
    textblockTypeInputRule(/^##?\s$/, crosshead, { level: 2 }),
    textblockTypeInputRule(/^###\s$/, crosshead, { level: 3 }),
    wrappingInputRule(/^>\s$/, quote),
    wrappingInputRule(/^[-*•]\s$/, list, { ordered: false }, (_, node) => !node.attrs.ordered),
    wrappingInputRule(/^1[.)]\s$/, list, { ordered: true }, () => false),
    saidBy(),
    marked(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, strong),
    marked(/(?<![*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, em),
    linked(),
  ];
}

/** A dash at the head of the last paragraph of a quote begins who said it. */
function saidBy(): Rule {
  return new InputRule(/^[—–]{1,2}\s$/, (state, _, from, to) => {
    const $from = state.doc.resolve(from);
    const around = $from.depth > 1 ? $from.node(-1) : null;
    const { quote, pullQuote, attribution } = schema.nodes;
    if (!around || (around.type !== quote && around.type !== pullQuote)) return null;
    const last = $from.index(-1) === around.childCount - 1 && around.childCount > 1;
    if (!last) return null;
    const tr = state.tr.delete(from, to);
    return tr.setBlockType($from.before() + 1, undefined, attribution);
  });
}

/** Words between asterisks. What is typed after them is plain again. */
function marked(typed: RegExp, type: MarkType): Rule {
  return new InputRule(typed, (state, match, from, to) => {
    const words = match[1] ?? "";
    return instead(state, from, to, words, type, (tr, start, end) =>
      tr.addMark(start, end, type.create()),
    );
  });
}

/** "[words](address)". An address that nobody may follow stays as it was typed. */
function linked(): Rule {
  const { link } = schema.marks;
  return new InputRule(/\[([^[\]]+)\]\(([^()\s]+)\)$/, (state, match, from, to) => {
    const href = safeAddress(match[2] ?? "");
    if (href === null) return null;
    return instead(state, from, to, match[1] ?? "", link, (tr, start, end) =>
      tr.removeMark(start, end, link).addMark(start, end, link.create({ href })),
    );
  });
}

/**
 * Takes away what stands around `words` between `from` and `to`, so that marks inside them stay, and
 * marks what is left. The last character is only being typed: it is not in the document yet.
 */
function instead(
  state: EditorState,
  from: number,
  to: number,
  words: string,
  type: MarkType,
  mark: (tr: Transaction, start: number, end: number) => Transaction,
): Transaction | null {
  const $from = state.doc.resolve(from);
  const start = from + before($from, to, words);
  const end = start + words.length;
  if (!takesMark($from.parent, type) || state.doc.textBetween(start, end) !== words) return null;
  const tr = state.tr.delete(end, to).delete(from, start);
  return mark(tr, from, from + words.length).removeStoredMark(type);
}

/** How many characters stand before the words. */
function before($from: ResolvedPos, to: number, words: string): number {
  const typed = $from.doc.textBetween($from.pos, to);
  return typed.indexOf(words);
}
