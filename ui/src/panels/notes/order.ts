/** The notes of a story in the order of the page, each with the words that it is about. */
import type { PassageNote } from "../../desk/contract";
import type { NotePassage } from "../../editor";

export interface PlacedNote {
  note: PassageNote;
  /** `null`: the marked words are gone, or their marking was undone. */
  passage: string | null;
}

/**
 * Notes with a passage stand as their passages do, the others after them. A mark whose note is not
 * there begins an empty one, so that no passage is marked for ever. An empty note without a passage
 * says nothing and is left out; it comes back with its mark.
 */
export function placed(notes: PassageNote[], passages: Pick<NotePassage, "id" | "text">[]): PlacedNote[] {
  const here = passages.map(({ id, text }) => ({
    note: notes.find((note) => note.id === id) ?? emptyNote(id),
    passage: text,
  }));
  const known = new Set(passages.map(({ id }) => id));
  const gone = notes.filter(({ id, text }) => !known.has(id) && text.trim() !== "");
  return [...here, ...gone.map((note) => ({ note, passage: null }))];
}

export function emptyNote(id: string): PassageNote {
  return { id, kind: "note", text: "", resolved: false, at: "" };
}
