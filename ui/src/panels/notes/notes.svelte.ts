/**
 * Private notes on passages of the open story.
 *
 * Where a note lies is a mark in the document and stands in its history; what it says is the desk's.
 * So undoing the mark never takes words with it: the note then stands without a passage, and doing
 * the mark again brings them together. Walking the text for passages waits for a pause in typing.
 */
import { tick } from "svelte";
import type { PassageNote } from "../../desk/contract";
import type { NotePassage } from "../../editor";
import { say } from "../../messages";
import { write } from "../changes";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";
import { emptyNote, placed } from "./order";

const PAUSE_MS = 350;

class Notes {
  #passages = $state.raw<NotePassage[]>([]);
  /** Whether resolved ones are shown too. */
  all = $state(false);
  readonly placed = $derived(placed(session.story?.passageNotes ?? [], this.#passages));
  readonly open = $derived(this.placed.filter(({ note }) => !note.resolved));
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The text changed. Cheap: call it for every change. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.read(), PAUSE_MS);
  }

  /** Finds the passages in the text as it stands now, and shows each as its note is. */
  read(): void {
    clearTimeout(this.#timer);
    this.#passages = session.story ? (session.editor?.notePassages() ?? []) : [];
    session.editor?.setNotes(session.story?.passageNotes ?? []);
  }

  /** A note on the selected words, ready to be written. */
  async add(): Promise<void> {
    const id = crypto.randomUUID();
    if (!session.story || session.readOnly) return;
    if (!session.editor?.addNote(id)) return notices.tell(say.passageNotes.selectFirst);
    this.read();
    await this.show(id);
    await this.set(session.story.id, emptyNote(id));
  }

  /** Brings a note into sight and puts the caret into it. */
  async show(id: string): Promise<void> {
    const shown = this.placed.find(({ note }) => note.id === id);
    if (shown?.note.resolved) this.all = true;
    session.selected = { what: "story" };
    await tick();
    const field = document.getElementById(fieldOf(id));
    field?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
  }

  go(id: string): void {
    if (!session.editor?.goToNote(id)) this.read();
  }

  /** Writes a note, new or changed. */
  async set(storyId: string, note: PassageNote): Promise<void> {
    const { id, kind, text, resolved } = note;
    session.putNotes(storyId, (notes) => [...notes.filter((one) => one.id !== id), note]);
    this.#look();
    await this.#write(() => write("set_note", { storyId, id, kind, text, resolved }));
  }

  /** Takes a note away for good, with its mark. The mark's going stands in the history. */
  async remove(storyId: string, id: string): Promise<void> {
    session.editor?.removeNote(id);
    session.putNotes(storyId, (notes) => notes.filter((note) => note.id !== id));
    this.read();
    await this.#write(() => write("remove_note", { storyId, id }));
    notices.tell(say.passageNotes.removed);
  }

  #look(): void {
    session.editor?.setNotes(session.story?.passageNotes ?? []);
  }

  async #write(writing: () => Promise<unknown>): Promise<void> {
    try {
      await session.during(writing());
    } catch (thrown) {
      notices.tellFailure(thrown, "write the note");
    }
  }
}

/** The id of the field that a note is written in. */
export function fieldOf(noteId: string): string {
  return `note-${noteId}`;
}

export const notes = new Notes();
