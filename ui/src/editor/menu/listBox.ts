/**
 * The list that a menu shows in the text. The focus stays in the text; what is chosen is named by
 * `aria-activedescendant` there.
 */

import { mount, unmount } from "svelte";
import type { Icon } from "./icons";

export interface Row {
  label: string;
  hint: string;
  keys: string;
  icon: Icon;
}

const MARGIN_PX = 8;

let made = 0;

export class ListBox {
  readonly dom = document.createElement("div");
  readonly id = `editor-menu-${++made}`;
  private rows: HTMLElement[] = [];
  private shown: Row[] = [];
  private icons: Record<string, unknown>[] = [];

  constructor(private readonly choose: (index: number) => void) {
    this.dom.className = "editor-menu";
    this.dom.id = this.id;
    this.dom.hidden = true;
    // The text keeps the focus.
    this.dom.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** Shows these rows at a place of the window, the caret's. With no rows it says why. */
  show(label: string, rows: Row[], index: number, nothing: string, at: DOMRect, rtl: boolean): void {
    this.dom.setAttribute("aria-label", label);
    if (rows.length === 0 || !same(rows, this.shown) || this.dom.hidden) this.fill(rows, nothing);
    this.rows.forEach((row, place) => row.setAttribute("aria-selected", String(place === index)));
    this.dom.hidden = false;
    this.place(at, rtl);
    this.rows[index]?.scrollIntoView?.({ block: "nearest" });
  }

  hide(): void {
    if (this.dom.hidden) return;
    this.dom.hidden = true;
    this.clear();
  }

  destroy(): void {
    this.clear();
    this.dom.remove();
  }

  private fill(rows: Row[], nothing: string): void {
    this.clear();
    this.shown = rows;
    this.dom.setAttribute("role", rows.length > 0 ? "listbox" : "status");
    this.rows = rows.map((row, index) => this.row(row, index));
    if (rows.length > 0) this.dom.replaceChildren(...this.rows);
    else this.dom.replaceChildren(text("p", "menu-nothing", nothing));
  }

  private clear(): void {
    for (const icon of this.icons) void unmount(icon);
    this.icons = [];
    this.rows = [];
    this.shown = [];
    this.dom.replaceChildren();
  }

  private row({ label, hint, keys, icon }: Row, index: number): HTMLElement {
    const row = text("div", "menu-row", "");
    row.id = `${this.id}-${index}`;
    row.setAttribute("role", "option");
    const props = { size: 17, strokeWidth: 1.75, "aria-hidden": true };
    this.icons.push(mount(icon, { target: row, props }));
    row.append(text("span", "menu-name", label));
    if (keys !== "") row.append(text("kbd", "", keys));
    else if (hint !== "") row.append(text("span", "menu-hint", hint));
    row.addEventListener("click", () => this.choose(index));
    return row;
  }

  /** Below the line, or above it where there is more room; never outside the window. */
  private place(at: DOMRect, rtl: boolean): void {
    const { style } = this.dom;
    const below = window.innerHeight - at.bottom - 2 * MARGIN_PX;
    const above = at.top - 2 * MARGIN_PX;
    style.maxHeight = "";
    const height = this.dom.offsetHeight;
    const goesBelow = height <= below || below >= above;
    style.maxHeight = `${Math.max(goesBelow ? below : above, 48)}px`;
    style.top = goesBelow ? `${at.bottom + MARGIN_PX / 2}px` : "";
    style.bottom = goesBelow ? "" : `${window.innerHeight - at.top + MARGIN_PX / 2}px`;
    const width = this.dom.offsetWidth;
    const left = rtl ? at.right - width : at.left;
    style.left = `${Math.max(Math.min(left, window.innerWidth - width - MARGIN_PX), MARGIN_PX)}px`;
  }
}

function same(one: Row[], other: Row[]): boolean {
  return one.length === other.length && one.every((row, index) => row.label === other[index]?.label);
}

function text(tag: string, className: string, words: string): HTMLElement {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.textContent = words;
  return element;
}
