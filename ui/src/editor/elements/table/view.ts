/** A table on the page: wide ones scroll by themselves, and the tools show when the caret is in it. */

import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  selectedRect,
} from "prosemirror-tables";
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { elementWords } from "../../../messages/elements";
import { takeOut } from "../../blocks/travel";
import { button } from "../../dom";
import { strip } from "../../strip";
import { hasHeaderRow, toggleHeaderRow } from "./commands";

const words = elementWords.table;

export class TableView implements NodeView {
  readonly dom = document.createElement("div");
  readonly contentDOM = document.createElement("tbody");
  private readonly header: HTMLButtonElement;
  private readonly tools: HTMLElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
  ) {
    this.dom.className = "table-block";
    const rightToLeft = view.state.doc.attrs.direction === "rtl";
    this.header = this.tool(words.headerRow, toggleHeaderRow);
    this.tools = strip(
      view,
      words.label,
      this.tool(words.rowAbove, addRowBefore),
      this.tool(words.rowBelow, addRowAfter),
      this.tool(rightToLeft ? words.columnBeforeRtl : words.columnBefore, addColumnBefore),
      this.tool(rightToLeft ? words.columnAfterRtl : words.columnAfter, addColumnAfter),
      this.tool(words.removeRow, removeRow),
      this.tool(words.removeColumn, removeColumn),
      this.header,
      this.tool(words.remove, removeTable),
    );
    const table = document.createElement("table");
    const room = document.createElement("div");
    room.className = "table-room";
    table.append(this.contentDOM);
    room.append(table);
    this.dom.append(this.tools, room);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof window.Node && this.tools.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === "selection") return false;
    return !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    this.tools.hidden = !this.view.editable;
    this.header.setAttribute("aria-pressed", String(hasHeaderRow(this.node)));
  }

  private tool([label, name]: readonly [string, string], command: Command): HTMLButtonElement {
    const made = button("", label, () => {
      command(this.view.state, this.view.dispatch.bind(this.view), this.view);
    });
    made.title = name;
    made.setAttribute("aria-label", name);
    return made;
  }
}

/** Without its last row a table is none. */
const removeRow: Command = (state, dispatch) => {
  const { top, bottom, map } = selectedRect(state);
  return (top === 0 && bottom === map.height ? removeTable : deleteRow)(state, dispatch);
};

const removeColumn: Command = (state, dispatch) => {
  const { left, right, map } = selectedRect(state);
  return (left === 0 && right === map.width ? removeTable : deleteColumn)(state, dispatch);
};

/** The body is never without a block. */
const removeTable: Command = (state, dispatch) => {
  const { tableStart } = selectedRect(state);
  const { tr } = state;
  if (tr.doc.resolve(tableStart - 1).parent.childCount > 1) return deleteTable(state, dispatch);
  takeOut(tr, tableStart - 1);
  dispatch?.(tr);
  return true;
};
