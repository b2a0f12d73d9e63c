/**
 * The menu in the text: "/" at the head of an empty paragraph offers the elements, and an address
 * pasted there a link or a card. Arrows, Enter and Escape are its own while it is open; any other
 * key is typing.
 */

import { closeHistory } from "prosemirror-history";
import type { EditorState, PluginView, Transaction } from "prosemirror-state";
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { elementWords } from "../../messages/elements";
import { cardFromLink } from "../elements/embed/commands";
import { keysInWords } from "../keysInWords";
import { scrollerOf } from "../sight";
import type { EditorOptions } from "../types";
import { ELEMENT_KEYS } from "./elements";
import { elementIcons, pastedIcons } from "./icons";
import { insertElement } from "./insert";
import type { Row } from "./listBox";
import { ListBox } from "./listBox";
import type { Menu } from "./state";
import { applyMenu, elementsMenu, menuKey, menuOf, opensElements, setMenu } from "./state";

/** Comes before the keys, which it takes while it is open. */
export function menu(options: EditorOptions): Plugin<Menu | null> {
  const choose = (view: EditorView, index: number) => chooseFrom(view, index, options);
  return new Plugin<Menu | null>({
    key: menuKey,
    state: {
      init: () => null,
      apply: (tr, value, _, state) => applyMenu(tr, value, state),
    },
    view: (view) => new MenuView(view, choose),
    props: {
      handleTextInput: (view, from, to, text) => text === "/" && opened(view, from, to),
      handleKeyDown: (view, event) => pressed(view, event, choose),
      handleDOMEvents: {
        blur: (view) => {
          if (menuOf(view.state)) view.dispatch(setMenu(view.state.tr, null));
          return false;
        },
      },
    },
  });
}

/** What the text says of itself while a menu is open: it is then a combobox. */
export function menuAttributes(state: EditorState): Record<string, string> {
  const open = menuOf(state);
  if (!open) return { role: "textbox", "aria-multiline": "true" };
  const list = listOf(state);
  return {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": "true",
    ...(list && { "aria-controls": list }),
    ...(list && open.choices.length > 0 && { "aria-activedescendant": `${list}-${open.index}` }),
  };
}

const lists = new WeakMap<Plugin, string>();

function listOf(state: EditorState): string | undefined {
  const plugin = menuKey.get(state);
  return plugin && lists.get(plugin);
}

function opened(view: EditorView, from: number, to: number): boolean {
  const { state } = view;
  if (!opensElements(state) || from !== to) return false;
  const tr = state.tr.insertText("/", from, to);
  view.dispatch(tr.setMeta(menuKey, { menu: elementsMenu(state, from, "") }).scrollIntoView());
  return true;
}

function pressed(
  view: EditorView,
  event: KeyboardEvent,
  choose: (view: EditorView, index: number) => void,
): boolean {
  const open = menuOf(view.state);
  if (!open || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
  const { length } = open.choices;
  const to = (index: number) => {
    if (length > 0) view.dispatch(setMenu(view.state.tr, { ...open, index: (index + length) % length }));
  };
  const done = () => view.dispatch(setMenu(view.state.tr, null));
  switch (event.key) {
    case "ArrowDown":
      to(open.index + 1);
      return true;
    case "ArrowUp":
      to(open.index - 1);
      return true;
    case "Enter":
    case "Tab":
      if (event.shiftKey || length === 0) {
        done();
        return false;
      }
      choose(view, open.index);
      return true;
    case "Escape":
      event.stopPropagation();
      done();
      return true;
  }
  return false;
}

function chooseFrom(view: EditorView, index: number, options: EditorOptions): void {
  const open = menuOf(view.state);
  if (!open || index >= open.choices.length) return;
  if (open.what === "address") {
    view.dispatch(setMenu(view.state.tr, null));
    if (open.choices[index] === "card") cardFromLink(view, open.from);
    return;
  }
  const name = open.choices[index];
  if (!name) return;
  view.dispatch(withoutTyped(view.state, open.from));
  view.focus();
  insertElement(view, name, options);
}

/** Takes away the slash and what was typed after it. */
function withoutTyped(state: EditorState, from: number): Transaction {
  return closeHistory(setMenu(state.tr, null).setMeta("addToHistory", true)).delete(from, state.selection.head);
}

class MenuView implements PluginView {
  private readonly list: ListBox;
  private readonly stop = new AbortController();
  private shown: Menu | null = null;

  constructor(
    private readonly view: EditorView,
    choose: (view: EditorView, index: number) => void,
  ) {
    this.list = new ListBox((index) => choose(this.view, index));
    const plugin = menuKey.get(view.state);
    if (plugin) lists.set(plugin, this.list.id);
    // Outside of what scrolls, which would cut it off.
    (scrollerOf(view.dom)?.parentElement ?? document.body).append(this.list.dom);
    const { signal } = this.stop;
    window.addEventListener("scroll", () => this.show(), { signal, capture: true, passive: true });
    window.addEventListener("resize", () => this.show(), { signal });
  }

  update(): void {
    const menu = menuOf(this.view.state);
    if (menu === this.shown) return;
    this.shown = menu;
    this.show();
  }

  destroy(): void {
    this.stop.abort();
    this.list.destroy();
  }

  private show(): void {
    const menu = this.shown;
    if (!menu) return this.list.hide();
    const label = menu.what === "elements" ? elementWords.menu.label : elementWords.pasted.label;
    const nothing = menu.what === "elements" ? elementWords.menu.none(menu.typed) : "";
    const { left, right, top, bottom } = this.view.coordsAtPos(menu.from + 1);
    const at = new DOMRect(left, top, right - left, bottom - top);
    this.list.show(label, rowsOf(menu), menu.index, nothing, at, this.view.dom.dir === "rtl");
  }
}

function rowsOf(menu: Menu): Row[] {
  if (menu.what === "address") {
    const { pasted } = elementWords;
    return menu.choices.map((name) => ({ label: pasted[name], hint: "", keys: "", icon: pastedIcons[name] }));
  }
  const hints: Readonly<Record<string, string>> = elementWords.hints;
  return menu.choices.map((name) => ({
    label: elementWords.names[name],
    hint: hints[name] ?? "",
    keys: keysInWords(ELEMENT_KEYS[name] ?? ""),
    icon: elementIcons[name],
  }));
}
