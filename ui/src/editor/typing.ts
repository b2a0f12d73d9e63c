/**
 * What typing turns into: typographic marks (`typography/`), codes (`codes.ts`), and the shorthand for
 * elements (`shorthand.ts`). Backspace right after it brings back what was typed.
 */

import { inputRules } from "prosemirror-inputrules";
import type { Plugin } from "prosemirror-state";
import { NodeSelection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { clean } from "./clean";
import { codeRule } from "./codes";
import { enterLine } from "./elements/figure/commands";
import { schema } from "./schema";
import { shorthand } from "./shorthand";
import { typographyRules } from "./typography/rules";

export function typingRules(): Plugin {
  return inputRules({ rules: [...shorthand(), codeRule(), ...typographyRules()] });
}

/** A plain character is the text's alone: the keys of the window need not be asked about each. */
export function keepTyping(event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (key.length === 1 && !ctrlKey && !altKey && !metaKey) event.stopPropagation();
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
