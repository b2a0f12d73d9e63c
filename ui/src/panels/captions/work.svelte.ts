/**
 * What a person does at the caption desk: where the hand is, which photos are chosen, the cell that
 * is being written in, and what is shown before it is done.
 */
import { holdDraft } from "../drafts";
import { say } from "../../messages";
import type { Field } from "../../desk/contract";
import { COLUMNS, type Column } from "./columns";
import { alone, clicked, everything, extended, inside, NONE, PHOTO_COLUMN, remaining } from "./grid";
import type { Choice, Held, Spot } from "./grid";
import { byCell, change, NOTHING, planOf, type Change, type Plan } from "./plan";
import { scopeOf } from "./bulk";
import { isEditable, valueOf, type Row } from "./rows";
import type { Sheet } from "./sheet";

export interface Editing {
  key: string;
  field: Column;
  text: string;
}

/** The values of a photo, kept to be pasted into others. */
export type CopiedFields = Partial<Record<Column, string>>;

export class Work {
  spot = $state.raw<Spot>({ row: 0, column: 0 });
  editing = $state.raw<Editing | null>(null);
  /** What the bulk bar would do; the cells show it. */
  preview = $state.raw<Plan>(NOTHING);
  /** Said by screen readers, and at the foot. */
  said = $state("");
  copied = $state.raw<CopiedFields | null>(null);
  #choice = $state.raw<Choice>(NONE);

  constructor(readonly sheet: Sheet) {}

  readonly rows: Row[] = $derived.by(() => this.sheet.rows);
  readonly keys: string[] = $derived(this.rows.map(({ key }) => key));
  readonly choice: Choice = $derived(remaining(this.#choice, this.keys));
  /** The rows that bulk work is for: several chosen ones, else all. */
  readonly scope: Row[] = $derived(scopeOf(this.rows, this.choice.keys));
  readonly some: boolean = $derived(this.choice.keys.size > 1);
  readonly at: Spot = $derived(inside(this.spot, this.rows.length));
  readonly row: Row | null = $derived(this.rows[this.at.row] ?? null);
  readonly column: Column | null = $derived(COLUMNS[this.at.column] ?? null);

  readonly #shown = $derived(byCell(this.preview));

  /** What the bulk bar would put into a cell. */
  pending(row: Row, field: Field): Change | null {
    return this.#shown.get(`${row.key} ${field}`) ?? null;
  }

  /** Takes the hand to a cell. Its row is chosen alone, or with Shift all between. */
  go(spot: Spot, held: Held = { shift: false, control: false }): void {
    this.commit();
    const from = this.keys[this.at.row];
    this.spot = inside(spot, this.rows.length);
    const key = this.keys[this.at.row];
    if (key === undefined || from === undefined) return;
    const before = this.choice.anchor === null ? alone(from) : this.choice;
    this.#choice = held.shift ? extended(before, this.keys, key) : alone(key);
    if (this.some) this.said = say.captions.chosen(this.choice.keys.size);
  }

  click(spot: Spot, held: Held): void {
    this.commit();
    this.spot = spot;
    const key = this.keys[spot.row];
    if (key !== undefined) this.#choice = clicked(this.choice, this.keys, key, held);
    if (this.some) this.said = say.captions.chosen(this.choice.keys.size);
  }

  toggleRow(): void {
    this.click(this.at, { shift: false, control: true });
  }

  chooseAll(): void {
    this.#choice = everything(this.keys);
    this.said = say.captions.chosen(this.keys.length);
  }

  chooseNone(): void {
    const key = this.keys[this.at.row];
    this.#choice = key === undefined ? NONE : alone(key);
  }

  /** Begins to write in the focused cell; `text` in place of what stands there. */
  edit(text?: string): void {
    const { row, column } = this;
    if (!row || !column || this.sheet.readOnly || !isEditable(row, column)) return;
    this.editing = { key: row.key, field: column, text: text ?? valueOf(row, column) };
  }

  type(text: string): void {
    if (this.editing) this.editing = { ...this.editing, text };
  }

  /** Writes what stands in the open cell. */
  commit(): void {
    const { editing } = this;
    if (!editing) return;
    this.editing = null;
    const row = this.rows.find(({ key }) => key === editing.key);
    if (row) this.#apply(planOf([change(row, editing.field, editing.text)]));
  }

  cancel(): void {
    this.editing = null;
  }

  /** A choice of its own beside an alt text: it closes the cell and keeps what is typed out of it. */
  decorate(row: Row, decorative: boolean): void {
    this.cancel();
    this.sheet.decorate(row, decorative);
  }

  /** Empties the focused cell, as one step. */
  clear(): void {
    const { row, column } = this;
    if (!row || !column || this.sheet.readOnly) return;
    this.#apply(planOf([change(row, column, "")]));
  }

  /** Does what a plan says: only its empty cells, or all of it. */
  apply(plan: Plan, overwrite: boolean): void {
    const made = this.#apply(overwrite ? plan : { ...plan, replaces: [] });
    this.preview = NOTHING;
    this.said = say.captions.changed(made);
  }

  /** Moves the focused photo by so many places, and goes with it. */
  move(by: number): void {
    this.moveTo(this.at.row, this.at.row + by);
  }

  moveTo(from: number, to: number): void {
    const key = this.keys[from];
    const target = inside({ row: to, column: 0 }, this.rows.length).row;
    if (key === undefined || target === from || this.sheet.readOnly) return;
    this.commit();
    this.sheet.move(from, target);
    const now = this.keys.indexOf(key);
    this.spot = { row: Math.max(0, now), column: this.at.column };
    this.#choice = alone(key);
    this.said = say.captions.moved(this.at.row + 1, this.rows.length);
  }

  undo(): void {
    this.commit();
    this.said = this.sheet.undo() ? say.captions.undone : say.captions.nothingToUndo;
  }

  redo(): void {
    this.commit();
    this.said = this.sheet.redo() ? say.captions.redone : say.captions.nothingToRedo;
  }

  copyFields(): void {
    const { row } = this;
    if (!row) return;
    this.copied = Object.fromEntries(COLUMNS.map((field) => [field, valueOf(row, field)]));
    this.said = say.captions.copiedFields;
  }

  /** Before the story is left, what stands in the open cell is written. */
  hold(): () => void {
    const stop = holdDraft(() => this.commit());
    return () => {
      this.commit();
      stop();
    };
  }

  /** The photo's own cell, at the head of its row. */
  get onPhoto(): boolean {
    return this.at.column === PHOTO_COLUMN;
  }

  #apply(plan: Plan): number {
    const changes = [...plan.fills, ...plan.replaces];
    if (changes.length > 0 && !this.sheet.readOnly) this.sheet.apply(changes);
    return changes.length;
  }
}
