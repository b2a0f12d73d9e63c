/** An address that is pasted: on words it links them, in an empty paragraph it may become a card. */

import { TextSelection } from "prosemirror-state";
import type { EditorState, Transaction } from "prosemirror-state";
import { safeAddress } from "./address";
import { takesMark } from "./formatting";
import { menuKey } from "./menu/state";
import { schema } from "./schema";

/** `null`: it is no address alone, or it is pasted as any other text. */
export function pasteAddress(state: EditorState, text: string): Transaction | null {
  const typed = text.trim();
  const href = /\s/.test(typed) ? null : safeAddress(typed);
  const { selection } = state;
  if (href === null || !(selection instanceof TextSelection)) return null;
  const { $from, $to, empty } = selection;
  if (!$from.sameParent($to) || !takesMark($from.parent, schema.marks.link)) return null;
  if (!empty) return linkSelection(state, href);
  const line = $from.parent.type === schema.nodes.paragraph && $from.parent.content.size === 0;
  return line && $from.depth === 2 ? offerCard(state, href) : null;
}

function linkSelection(state: EditorState, href: string): Transaction {
  const { from, to } = state.selection;
  const { link } = schema.marks;
  return state.tr.removeMark(from, to, link).addMark(from, to, link.create({ href })).setMeta("paste", true);
}

/** The address stands there as a link; the menu offers to make it a card. */
function offerCard(state: EditorState, href: string): Transaction {
  const { from } = state.selection;
  const words = schema.text(href, [schema.marks.link.create({ href })]);
  const tr = state.tr.insert(from, words).setMeta("paste", true).scrollIntoView();
  tr.setSelection(TextSelection.create(tr.doc, from + words.nodeSize));
  if (href.toLowerCase().startsWith("mailto:")) return tr;
  return tr.setMeta(menuKey, { menu: { what: "address", from, choices: ["link", "card"], index: 0 } });
}
