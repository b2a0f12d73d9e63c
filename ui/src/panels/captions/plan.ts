/**
 * What a piece of work would change, before it is done: so that the window can say how many cells it
 * fills and how many values it replaces, and can show them.
 */
import type { Field, FieldChange, PhotoChanges } from "../../desk/contract";
import type { FigureEdit, PhotoChange } from "../../editor";
import { typedValue } from "../details/fact";
import { isStoryLine } from "./columns";
import { isDecorative, isEditable, isEmpty, photoWords, valueOf, type Row } from "./rows";

export interface Change {
  row: Row;
  field: Field;
  before: string;
  after: string;
}

export interface Plan {
  /** Cells that are empty now. */
  fills: Change[];
  /** Cells that say something else now. */
  replaces: Change[];
}

export const NOTHING: Plan = { fills: [], replaces: [] };

/** A cell is one line of print: breaks and runs of spaces become one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The change that puts `text` into a cell; `null` where nothing would change or may. */
export function change(row: Row, field: Field, text: string): Change | null {
  if (!isEditable(row, field)) return null;
  const before = valueOf(row, field);
  const after = oneLine(text);
  return oneLine(before) === after ? null : { row, field, before, after };
}

/** The changes by row and field, for the cells to find theirs. */
export function byCell({ fills, replaces }: Plan): ReadonlyMap<string, Change> {
  return new Map([...fills, ...replaces].map((one) => [`${one.row.key} ${one.field}`, one]));
}

/** Sorts changes into those that fill and those that replace. */
export function planOf(changes: (Change | null)[]): Plan {
  const real = changes.filter((one) => one !== null);
  return { fills: real.filter(isFill), replaces: real.filter((one) => !isFill(one)) };
}

/** A picture that was chosen to be decorative has its answer: words there replace it. */
function isFill({ row, field }: Change): boolean {
  return isEmpty(row, field) && !isDecorative(row, field);
}

export interface StoryEdits {
  photos: PhotoChange[];
  figures: FigureEdit[];
}

/** The changes as the editor takes them: words of the story, and facts of its photos. */
export function storyEdits(changes: readonly Change[]): StoryEdits {
  const figures = new Map<number, FigureEdit>();
  const photos = new Map<string, PhotoChange>();
  for (const one of changes) {
    const { row, field } = one;
    if (row.figure && isStoryLine(field)) {
      const edit = figures.get(row.figure.at) ?? { at: row.figure.at };
      figures.set(row.figure.at, { ...edit, ...lineEdit(one) });
    } else if (row.photo) {
      const value = typedValue(row.photo.facts[field], one.after);
      const photoId = row.photo.id;
      // A photo that stands in two figures is written once, with what was said last.
      photos.set(`${photoId} ${field}`, { what: "fact", photoId, field, value });
    }
  }
  return { photos: [...photos.values()], figures: [...figures.values()] };
}

/** The photo's own words need no copy in the story; no words at all are said once. */
function lineEdit({ row, field, after }: Change): Partial<FigureEdit> {
  const words = after === oneLine(photoWords(row, field)) ? null : after;
  if (field === "caption") return { caption: words };
  const wasDecorative = row.figure?.decorative && after !== "";
  return { altText: words, ...(wasDecorative && { decorative: false }) };
}

/** The changes as the desk takes them, for photos that stand in no story. */
export function photoChanges(changes: readonly Change[]): PhotoChanges[] {
  return grouped(changes, ({ row, field, after }) => ({
    field,
    value: typedValue(row.photo?.facts[field], after),
  }));
}

/** What takes these changes back: typed words that stood there, or the file's own. */
export function takenBack(changes: readonly Change[]): PhotoChanges[] {
  return grouped(changes, ({ row, field }) => {
    const fact = row.photo?.facts[field];
    return { field, value: fact?.carrier === "typed" ? fact.value : null };
  });
}

function grouped(
  changes: readonly Change[],
  write: (change: Change) => FieldChange,
): PhotoChanges[] {
  const photos = new Map<string, FieldChange[]>();
  for (const one of changes) {
    if (!one.row.photo) continue;
    const { id } = one.row.photo;
    photos.set(id, [...(photos.get(id) ?? []), write(one)]);
  }
  return [...photos].map(([photoId, fields]) => ({ photoId, fields }));
}
