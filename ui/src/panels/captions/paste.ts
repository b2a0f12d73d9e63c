/** Cells from a spreadsheet, laid over the sheet from the focused cell on. */
import { COLUMNS, type Column } from "./columns";
import { change, planOf, type Plan } from "./plan";
import type { Row } from "./rows";

export interface Pasted {
  plan: Plan;
  /** The columns that the cells went into. */
  columns: Column[];
  /** Rows of cells, without the one that names the columns. */
  cells: number;
  /** Rows of cells for which no photo was left. */
  rowsLeftOut: number;
  /** Columns of cells for which no column was left, or whose name is not known here. */
  columnsLeftOut: number;
}

/** What people call the columns, here and in the exports of other programs. */
const NAMES: Record<Column, readonly string[]> = {
  caption: ["caption", "captions", "description", "caption/abstract", "caption in this story"],
  photographer: ["photographer", "creator", "by-line", "byline", "author"],
  creditLine: ["credit", "credit line", "creditline", "agency"],
  source: ["source"],
  copyright: ["copyright", "copyright notice", "rights"],
  altText: ["alt", "alt text", "alt-text", "alttext", "alt text (accessibility)", "alternative text"],
};

/**
 * Lays cells over the rows downwards from a cell. A first row of nothing but column names says where
 * each column goes; then the focused column does not count. What finds no room is counted.
 */
export function planPaste(
  cells: readonly (readonly string[])[],
  rows: readonly Row[],
  from: { row: number; column: Column },
): Pasted {
  const named = headerOf(cells[0] ?? []);
  const body = named ? cells.slice(1) : cells;
  const width = Math.max(0, ...cells.map((row) => row.length));
  const targets = named ?? COLUMNS.slice(COLUMNS.indexOf(from.column)).slice(0, width);
  const room = Math.max(0, rows.length - from.row);
  const fitting = body.slice(0, room);
  const changes = fitting.flatMap((line, index) =>
    line.map((text, at) => {
      const row = rows[from.row + index];
      const column = targets[at];
      // An empty cell of a spreadsheet says nothing: it never empties a cell here.
      return row && column && text.trim() !== "" ? change(row, column, text) : null;
    }),
  );
  return {
    plan: planOf(changes),
    columns: targets.filter((column) => column !== null),
    cells: body.length,
    rowsLeftOut: body.length - fitting.length,
    columnsLeftOut: width - targets.filter((column) => column !== null).length,
  };
}

/**
 * The columns that a first row names, in its order. `null` when it is no header: one unknown name
 * among known ones is a column to leave out, but a single column must be named exactly.
 */
function headerOf(first: readonly string[]): (Column | null)[] | null {
  const columns = first.map(columnNamed);
  const known = columns.filter((column) => column !== null);
  if (known.length === 0 || known.length < columns.length / 2) return null;
  return new Set(known).size === known.length ? columns : null;
}

function columnNamed(text: string): Column | null {
  const name = text.trim().toLowerCase().replace(/\s+/g, " ");
  return COLUMNS.find((column) => NAMES[column].includes(name)) ?? null;
}
