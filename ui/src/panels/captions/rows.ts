/**
 * One row of the contact sheet for each photo, and what its cells say. In a story caption and alt
 * text are the story's own words where it has some; in a folder every cell is a fact of the photo.
 */
import type { Field, Photo } from "../../desk/contract";
import type { FigureRow } from "../../editor";
import { isStoryLine } from "./columns";

export interface Row {
  /** Stays the same while the row moves and its words change. */
  key: string;
  photoId: string | null;
  /** `null` for a place without a picture, and for a photo whose record is not in the desk. */
  photo: Photo | null;
  /** The figure that shows it; `null` in a folder. */
  figure: FigureRow | null;
}

/** The figures of a story. A photo that stands there twice has two rows. */
export function storyRows(
  figures: readonly FigureRow[],
  photo: (id: string) => Photo | undefined,
): Row[] {
  const met = new Map<string, number>();
  return figures.map((figure) => {
    const id = figure.photoId ?? "wanted";
    const time = (met.get(id) ?? 0) + 1;
    met.set(id, time);
    const record = figure.photoId === null ? null : (photo(figure.photoId) ?? null);
    return { key: `${id} ${time}`, photoId: figure.photoId, photo: record, figure };
  });
}

export function folderRows(photos: readonly Photo[]): Row[] {
  return photos.map((photo) => ({ key: photo.id, photoId: photo.id, photo, figure: null }));
}

/** What a cell shows. */
export function valueOf(row: Row, field: Field): string {
  return storyWords(row, field) ?? photoWords(row, field);
}

/** The words of the story itself; `null` where the photo's own stand, or where there is no story. */
export function storyWords(row: Row, field: Field): string | null {
  if (!row.figure || !isStoryLine(field)) return null;
  if (field === "altText" && row.figure.decorative) return "";
  return row.figure[field];
}

/** What the photo says, whatever the story does. */
export function photoWords(row: Row, field: Field): string {
  return row.photo?.facts[field]?.value ?? "";
}

/** Whether the story says something else than the photo. */
export function differsFromPhoto(row: Row, field: Field): boolean {
  const words = storyWords(row, field);
  if (words === null || isDecorative(row, field)) return false;
  return photoWords(row, field).trim() !== "" && words.trim() !== photoWords(row, field).trim();
}

/** A place without a picture has a caption to be, and nothing else. */
export function isEditable(row: Row, field: Field): boolean {
  if (row.photo) return true;
  return row.figure !== null && field === "caption";
}

export function isEmpty(row: Row, field: Field): boolean {
  return valueOf(row, field).trim() === "";
}

/** "Nothing to describe" was chosen: an answer, not a gap. */
export function isDecorative(row: Row, field: Field): boolean {
  return field === "altText" && (row.figure?.decorative ?? false);
}
