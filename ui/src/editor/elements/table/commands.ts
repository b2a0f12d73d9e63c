/** What can be done in a table with keys. Rows and columns are changed by prosemirror-tables. */

import { addRowAfter, goToNextCell, isInTable, selectedRect } from "prosemirror-tables";
import { chainCommands } from "prosemirror-commands";
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { schema } from "../../schema";

/** A table of empty cells; its first row is a header. */
export function newTable(rows = 3, columns = 3): Node {
  const { table, tableRow, tableHeader, tableCell, paragraph } = schema.nodes;
  const row = (index: number) => {
    const cell = index === 0 ? tableHeader : tableCell;
    const cells = Array.from({ length: columns }, () => cell.create(null, paragraph.create()));
    return tableRow.create(null, cells);
  };
  return table.create(null, Array.from({ length: rows }, (_, index) => row(index)));
}

/** Tab in a table: the next cell, and after the last one a new row. */
export const nextCell: Command = chainCommands(goToNextCell(1), (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (!dispatch || !view) return addRowAfter(state);
  addRowAfter(state, dispatch);
  return goToNextCell(1)(view.state, dispatch);
});

/** Shift-Tab in a table: the cell before. In the first one it does nothing. */
export const cellBefore: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  goToNextCell(-1)(state, dispatch);
  return true;
};

/** Whether every cell of the first row is a header. */
export function hasHeaderRow(table: Node): boolean {
  const { tableHeader } = schema.nodes;
  return table.firstChild?.children.every((cell) => cell.type === tableHeader) ?? false;
}

/** Makes the first row a header, wherever in the table the caret is, and back. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { table, tableStart, map } = selectedRect(state);
  const type = hasHeaderRow(table) ? schema.nodes.tableCell : schema.nodes.tableHeader;
  const { tr } = state;
  for (const cell of new Set(map.map.slice(0, map.width))) {
    const node = table.nodeAt(cell);
    if (node) tr.setNodeMarkup(tableStart + cell, type, node.attrs);
  }
  dispatch?.(tr);
  return true;
};
