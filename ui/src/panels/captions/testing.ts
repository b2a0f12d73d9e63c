/** What the caption desk's tests share: rows with words in them. */
import type { Field } from "../../desk/contract";
import type { FigureRow } from "../../editor";
import { photo } from "../../editor/testing";
import type { Row } from "./rows";

type Words = Partial<Record<Field, string>>;

/** A photo that stands in no story, whose file says these words. */
export function folderRow(id: string, words: Words = {}): Row {
  const facts = Object.fromEntries(
    Object.entries(words).map(([field, value]) => [
      field,
      { value, carrier: "xmp" as const, raw: null, others: [] },
    ]),
  );
  return { key: id, photoId: id, photo: photo(id, { facts }), figure: null };
}

/** A photo in a story; `story` is what the story itself says and is. */
export function storyRow(id: string, words: Words = {}, story: Partial<FigureRow> = {}): Row {
  const figure: FigureRow = {
    at: 10,
    lead: false,
    photoId: id,
    role: "inline",
    filePhoto: false,
    decorative: false,
    checkCaption: false,
    framing: { turn: 0, crop: null, focus: null, obscured: [] },
    caption: null,
    altText: null,
    ...story,
  };
  return { ...folderRow(id, words), figure };
}

/** A place in a story that waits for a picture. */
export function wantedRow(caption: string | null = null): Row {
  const row = storyRow("wanted", {}, { photoId: null, caption });
  return { ...row, photoId: null, photo: null };
}
