/**
 * What typing turns into: typographic marks (`typography/`), codes (`codes.ts`), and the shorthand for
 * crossheads, quotes, lists and dividers. Backspace right after it brings back what was typed.
 */

import type { InputRule as Rule } from "prosemirror-inputrules";
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from "prosemirror-inputrules";
import type { Plugin } from "prosemirror-state";
import { NodeSelection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { clean } from "./clean";
import { dividerInstead } from "./elements/divider/commands";
import { enterLine } from "./elements/figure/commands";
import { codeRule } from "./codes";
import { schema } from "./schema";
import { typographyRules } from "./typography/rules";

export function typingRules(): Plugin {
  return inputRules({ rules: [...shorthand(), codeRule(), ...typographyRules()] });
}

function shorthand(): Rule[] {
  const { crosshead, quote, list } = schema.nodes;
  return [
    // Three hyphens alone; the first two may have become a dash by then.
    new InputRule(/^(?:---|[—–]{1,2}-)$/, dividerInstead),
    textblockTypeInputRule(/^##\s$/, crosshead, { level: 2 }),
    textblockTypeInputRule(/^###\s$/, crosshead, { level: 3 }),
    wrappingInputRule(/^>\s$/, quote),
    wrappingInputRule(/^[-*•]\s$/, list, { ordered: false }, (_, node) => !node.attrs.ordered),
    wrappingInputRule(/^1[.)]\s$/, list, { ordered: true }, () => false),
    saidBy(),
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

/** Text that is typed never replaces a selected figure, and never holds control characters. */
export function typedText(view: EditorView, from: number, to: number, text: string): boolean {
  const { selection } = view.state;
  const cleaned = clean(text);
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    typeBeside(view, selection, cleaned);
    return true;
  }
  if (cleaned === text) return false;
  view.dispatch(view.state.tr.insertText(cleaned, from, to).scrollIntoView());
  return true;
}

/** Typing on a figure goes to its caption; on another closed block, into a paragraph below it. */
function typeBeside(view: EditorView, selection: NodeSelection, text: string): void {
  const { state } = view;
  if (selection.node.type === schema.nodes.figure) {
    const tr = enterLine(state, selection.from, "caption");
    if (tr) view.dispatch(tr.insertText(text));
    return;
  }
  if (selection.$from.parent.type !== schema.nodes.body) return;
  const paragraph = schema.nodes.paragraph.create(null, text === "" ? null : schema.text(text));
  const tr = state.tr.insert(selection.to, paragraph);
  const end = selection.to + 1 + text.length;
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
}
