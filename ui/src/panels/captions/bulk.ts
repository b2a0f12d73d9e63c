/** One text into many cells: into the empty ones, over all, behind or before what stands there. */
import type { Field, FieldChange } from "../../desk/contract";
import { change, planOf, type Plan } from "./plan";
import { isDecorative, isEditable, isEmpty, valueOf, type Row } from "./rows";

export type Way = "fill" | "overwrite" | "append" | "prefix";
export const WAYS: readonly Way[] = ["fill", "overwrite", "append", "prefix"];

export type Common = { is: "same"; value: string } | { is: "mixed"; values: number };

/** What the cells of these rows have in common. */
export function common(rows: readonly Row[], field: Field): Common {
  const cells = rows.filter((row) => isEditable(row, field));
  const values = new Set(cells.map((row) => valueOf(row, field).trim()));
  if (values.size > 1) return { is: "mixed", values: values.size };
  return { is: "same", value: [...values][0] ?? "" };
}

/**
 * What `text` would do. Only `overwrite` ever replaces: `fill` leaves every word alone, and what is
 * added before or behind leaves the words that stand there.
 */
export function planBulk(rows: readonly Row[], field: Field, way: Way, text: string): Plan {
  if (way === "fill") return emptyOnly(planFields(rows, [{ field, value: text }]));
  if (way === "overwrite") return planFields(rows, [{ field, value: text }]);
  if (text.trim() === "") return planOf([]);
  return planOf(
    rows.map((row) => {
      if (isDecorative(row, field)) return null;
      const old = valueOf(row, field);
      return change(row, field, way === "append" ? joined(old, text) : joined(text, old));
    }),
  );
}

/** What these values would do in these rows: from a template, or copied from another photo. */
export function planFields(rows: readonly Row[], fields: readonly FieldChange[]): Plan {
  return planOf(
    rows.flatMap((row) => fields.map(({ field, value }) => change(row, field, value ?? ""))),
  );
}

/** The part of a plan that touches no word. */
export function emptyOnly(plan: Plan): Plan {
  return { fills: plan.fills, replaces: [] };
}

/** Where nothing of the desk's is needed between two texts. */
const CLINGS_BEFORE = /^[\s,.;:!?)\]}%’”»…]/u;
const CLINGS_AFTER = /[\s([{“‘«]$/u;

/** Two texts with one space between them, and none before a comma or after a bracket. */
export function joined(first: string, second: string): string {
  if (first.trim() === "" || second.trim() === "") return first.trim() + second.trim();
  const clings = CLINGS_AFTER.test(first) || CLINGS_BEFORE.test(second);
  return clings ? first + second : `${first} ${second}`;
}

/** The rows that a piece of work is for: several chosen ones, else all. */
export function scopeOf(rows: readonly Row[], chosen: ReadonlySet<string>): Row[] {
  const some = rows.filter(({ key }) => chosen.has(key));
  return some.length > 1 ? some : [...rows];
}

/** How many of the cells are empty; a decorative picture's alt text is not. */
export function emptyCells(rows: readonly Row[], field: Field): number {
  const empty = (row: Row) => isEmpty(row, field) && !isDecorative(row, field);
  return rows.filter((row) => isEditable(row, field) && empty(row)).length;
}
