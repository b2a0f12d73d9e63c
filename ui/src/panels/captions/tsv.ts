/**
 * Cells as spreadsheets put them on the clipboard: tabs between cells, a line for each row, and
 * quotation marks round a cell that holds a tab, a break or a quotation mark, which is doubled then
 * (RFC 4180, with tabs, as Excel, LibreOffice and Google Sheets write it).
 */

/**
 * Reads rows of cells. Never fails: a quotation mark inside a cell, or one that nothing closes, is
 * taken as it stands. The empty line at the end is no row.
 */
export function readCells(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, "").replace(/\0/g, "");
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= source.length) {
    const cell = cellAt(source, at);
    rows.at(-1)?.push(cell.text);
    at = cell.end;
    if (at >= source.length) break;
    const width = source.startsWith("\r\n", at) ? 2 : 1;
    if (source[at] !== "\t") rows.push([]);
    at += width;
  }
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** Writes rows of cells so that a spreadsheet takes them as they are. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join("\t")).join("\n");
}

function written(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

interface Cell {
  text: string;
  /** Where its separator stands. */
  end: number;
}

function cellAt(source: string, start: number): Cell {
  return (source[start] === '"' ? quotedAt(source, start) : null) ?? plainAt(source, start);
}

function plainAt(source: string, start: number): Cell {
  const length = source.slice(start).search(/[\t\r\n]/);
  const end = length < 0 ? source.length : start + length;
  return { text: source.slice(start, end), end };
}

/** `null` when it is no quoted cell after all: copy that begins with a quotation, as “"No," he said”. */
function quotedAt(source: string, start: number): Cell | null {
  let text = "";
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return null;
    text += source.slice(at, quote);
    if (source[quote + 1] !== '"') {
      const ends = quote + 1 === source.length || /[\t\r\n]/.test(source[quote + 1] ?? "");
      return ends ? { text, end: quote + 1 } : null;
    }
    text += '"';
    at = quote + 2;
  }
}
