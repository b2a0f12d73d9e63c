/** What the caption desk asks before it does something, and what came over the clipboard. */
import type { FieldChange, PhotoTemplate } from "../../desk/contract";
import { say } from "../../messages";
import { notices } from "../notices.svelte";
import { COLUMNS } from "./columns";
import { planPaste, type Pasted } from "./paste";
import { valueOf } from "./rows";
import { readCells, writeCells } from "./tsv";
import type { Work } from "./work.svelte";

export type Ask =
  | { what: "paste"; pasted: Pasted }
  | { what: "fields"; title: string; fields: FieldChange[]; picked: boolean; template: string | null }
  | { what: "saveTemplate"; fields: FieldChange[] }
  | { what: "codes" };

export class Asking {
  ask = $state.raw<Ask | null>(null);

  constructor(readonly work: Work) {}

  close(): void {
    this.ask = null;
  }

  /** Takes cells from a spreadsheet into the focused cell and those below it. */
  paste(text: string): void {
    const { at, column, rows, sheet } = this.work;
    if (sheet.readOnly) return;
    if (text === "") return notices.tell(say.captions.paste.noText);
    const from = { row: at.row, column: column ?? COLUMNS[0] };
    const pasted = planPaste(readCells(text), rows, from);
    // What fills empty cells only and finds room for all of it needs no question.
    if (pasted.plan.replaces.length > 0) this.ask = { what: "paste", pasted };
    else this.takePaste(pasted, false);
  }

  takePaste(pasted: Pasted, overwrite: boolean): void {
    this.close();
    this.work.apply(pasted.plan, overwrite);
    const left = leftOut(pasted);
    if (left !== "") notices.tell(left, { trouble: true });
  }

  /** The chosen rows with the names of the columns, or the one focused cell. */
  copied(): string {
    const { rows, row, column, choice, some } = this.work;
    if (!some && row && column) return writeCells([[valueOf(row, column)]]);
    const head = COLUMNS.map((one) => say.captions.columns[one]);
    const chosen = rows.filter(({ key }) => choice.keys.has(key));
    this.work.said = say.captions.copied(chosen.length);
    return writeCells([head, ...chosen.map((one) => COLUMNS.map((field) => valueOf(one, field)))]);
  }

  pasteFields(): void {
    const { copied } = this.work;
    if (!copied) return;
    const fields = COLUMNS.map((field) => ({ field, value: copied[field] ?? "" }));
    const title = say.captions.fields.pasteTitle;
    this.ask = { what: "fields", title, fields, picked: false, template: null };
  }

  useTemplate({ name, fields }: PhotoTemplate): void {
    const title = say.captions.fields.templateTitle(name);
    this.ask = { what: "fields", title, fields, picked: true, template: name };
  }

  saveTemplate(): void {
    const { row } = this.work;
    if (!row) return;
    const fields = COLUMNS.map((field) => ({ field, value: valueOf(row, field) }));
    this.ask = { what: "saveTemplate", fields };
  }
}

/** What found no room, in words. */
export function leftOut({ rowsLeftOut, columnsLeftOut }: Pasted): string {
  const { paste } = say.captions;
  const rows = rowsLeftOut > 0 ? paste.rowsLeftOut(rowsLeftOut) : "";
  const columns = columnsLeftOut > 0 ? paste.columnsLeftOut(columnsLeftOut) : "";
  return [rows, columns].filter((one) => one !== "").join(" ");
}
