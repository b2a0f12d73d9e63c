/** Which menu is open in the text, and what it offers. */

import type { EditorState, Transaction } from "prosemirror-state";
import { PluginKey, TextSelection } from "prosemirror-state";
import { schema } from "../schema";
import type { ElementName } from "../types";
import { ELEMENTS, IN_BOX, elementsNamed } from "./elements";

/** What was pasted as an address becomes a link or a card. */
export type Pasted = "link" | "card";

export type Menu =
  | { what: "elements"; from: number; typed: string; choices: ElementName[]; index: number }
  | { what: "address"; from: number; choices: Pasted[]; index: number };

export const menuKey = new PluginKey<Menu | null>("menu");

/** Opens the menu, or closes it. */
export function setMenu(tr: Transaction, menu: Menu | null): Transaction {
  return tr.setMeta(menuKey, { menu }).setMeta("addToHistory", false);
}

export function menuOf(state: EditorState): Menu | null {
  return menuKey.getState(state) ?? null;
}

/** Whether a "/" typed now is meant for the menu: at the head of an empty paragraph. */
export function opensElements({ selection }: EditorState): boolean {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type !== schema.nodes.paragraph || $from.parent.content.size > 0) return false;
  const around = $from.node(-1).type;
  return around === schema.nodes.body || around === schema.nodes.factBox;
}

export function elementsMenu(state: EditorState, from: number, typed: string): Menu {
  const $from = state.doc.resolve(from);
  const among = $from.depth > 1 && $from.node(-1).type === schema.nodes.factBox ? IN_BOX : ELEMENTS;
  return { what: "elements", from, typed, choices: elementsNamed(typed, among), index: 0 };
}

export function applyMenu(tr: Transaction, menu: Menu | null, state: EditorState): Menu | null {
  const meta = tr.getMeta(menuKey) as { menu: Menu | null } | undefined;
  if (meta) return meta.menu;
  if (!menu || (!tr.docChanged && !tr.selectionSet)) return menu;
  return menu.what === "elements" ? followTyping(menu, tr, state) : null;
}

/** What stands between the slash and the caret is what is sought. */
function followTyping(menu: Menu, tr: Transaction, state: EditorState): Menu | null {
  const from = tr.mapping.map(menu.from, -1);
  const { selection, doc } = state;
  const { $head } = selection;
  const here = selection instanceof TextSelection && selection.empty && $head.pos > from;
  if (!here || $head.start() !== from) return null;
  const text = doc.textBetween(from, $head.pos, undefined, " ");
  return text.startsWith("/") ? elementsMenu(state, from, text.slice(1)) : null;
}
