/** Where the hand is in the sheet, where a key takes it, and which photos are chosen. */
import { COLUMNS, TAB_ORDER } from "./columns";

/** A cell. Column −1 is the photo itself, at the head of its row. */
export interface Spot {
  row: number;
  column: number;
}

export const PHOTO_COLUMN = -1;
const LAST_COLUMN = COLUMNS.length - 1;
const PAGE_ROWS = 8;

/** Where a key of the arrows' family leads; `null` for all other keys. */
export function moved(spot: Spot, key: string, rows: number, far: boolean): Spot | null {
  const { row, column } = spot;
  const steps: Record<string, Spot> = {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? rows - 1 : row + 1, column },
    ArrowLeft: { row, column: far ? PHOTO_COLUMN : column - 1 },
    ArrowRight: { row, column: far ? LAST_COLUMN : column + 1 },
    Home: { row: far ? 0 : row, column: PHOTO_COLUMN },
    End: { row: far ? rows - 1 : row, column: LAST_COLUMN },
    PageUp: { row: row - PAGE_ROWS, column },
    PageDown: { row: row + PAGE_ROWS, column },
  };
  const to = steps[key];
  return to ? inside(to, rows) : null;
}

/** The spot, or the nearest one that is there. */
export function inside({ row, column }: Spot, rows: number): Spot {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(PHOTO_COLUMN, Math.min(column, LAST_COLUMN)),
  };
}

/** The next stop of Tab: caption, credit, alt text, next photo. `null`: out of the sheet. */
export function tabbed({ row, column }: Spot, back: boolean, rows: number): Spot | null {
  const stops = TAB_ORDER.map((name) => (COLUMNS as readonly string[]).indexOf(name));
  const next = back
    ? stops.filter((stop) => stop < column).at(-1)
    : stops.find((stop) => stop > column);
  if (next !== undefined) return { row, column: next };
  const line = row + (back ? -1 : 1);
  if (line < 0 || line >= rows) return null;
  return { row: line, column: (back ? stops.at(-1) : stops[0]) ?? 0 };
}

/** The chosen rows by their keys, and the one from which Shift counts. */
export interface Choice {
  keys: ReadonlySet<string>;
  anchor: string | null;
}

export const NONE: Choice = { keys: new Set(), anchor: null };

export interface Held {
  shift: boolean;
  control: boolean;
}

/** What a click on a row chooses: it alone, with Shift all between, with Control it too or not. */
export function clicked(choice: Choice, all: readonly string[], key: string, held: Held): Choice {
  if (held.shift && choice.anchor !== null) return extended(choice, all, key);
  if (!held.control) return alone(key);
  const keys = new Set(choice.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
}

export function alone(key: string): Choice {
  return { keys: new Set([key]), anchor: key };
}

/** From the anchor to `key`. */
export function extended(choice: Choice, all: readonly string[], key: string): Choice {
  const anchor = choice.anchor ?? key;
  const ends = [all.indexOf(anchor), all.indexOf(key)].sort((a, b) => a - b);
  const [first = 0, last = 0] = ends;
  return { keys: new Set(all.slice(Math.max(0, first), last + 1)), anchor };
}

export function everything(all: readonly string[]): Choice {
  return { keys: new Set(all), anchor: all[0] ?? null };
}

/** What is still there of a choice. */
export function remaining(choice: Choice, all: readonly string[]): Choice {
  const keys = new Set(all.filter((key) => choice.keys.has(key)));
  const anchor = choice.anchor !== null && all.includes(choice.anchor) ? choice.anchor : null;
  return { keys, anchor };
}
