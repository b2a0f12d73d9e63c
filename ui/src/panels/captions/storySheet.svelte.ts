/**
 * The photos of the open story. The editor holds the words and the history; here is only counted how
 * many of its steps were made at the caption desk, so that undoing here never takes back what was
 * written on the page before.
 */
import { session } from "../session.svelte";
import { storyEdits, type Change } from "./plan";
import { storyRows, type Row } from "./rows";
import type { Sheet } from "./sheet";

export class StorySheet implements Sheet {
  readonly what = "story";
  #done = 0;
  #undone = 0;

  readonly rows: Row[] = $derived.by(() => {
    // The editor says that something changed by naming what is selected, anew each time.
    void session.edits;
    const { editor } = session;
    return editor && session.story ? storyRows(editor.figures(), (id) => editor.photo(id)) : [];
  });

  get readOnly(): boolean {
    return session.readOnly;
  }

  get language(): string {
    return session.writing.language;
  }

  apply(changes: readonly Change[]): void {
    const { photos, figures } = storyEdits(changes);
    this.#step(() => session.editor?.edit(photos, figures));
  }

  decorate({ figure }: Row, decorative: boolean): void {
    if (figure) this.#step(() => session.editor?.edit([], [{ at: figure.at, decorative }]));
  }

  undo(): boolean {
    if (this.#done === 0) return false;
    session.editor?.undo();
    this.#done -= 1;
    this.#undone += 1;
    return true;
  }

  redo(): boolean {
    if (this.#undone === 0) return false;
    session.editor?.redo();
    this.#done += 1;
    this.#undone -= 1;
    return true;
  }

  move(from: number, to: number): void {
    const places = [from, to].map((row) => this.rows[row]?.figure?.at);
    const [start, end] = places;
    if (start === undefined || end === undefined) return;
    this.#step(() => session.editor?.moveFigure(start, end));
  }

  /** Counts a step only where something changed. */
  #step(make: () => void): void {
    if (this.readOnly) return;
    const before = this.#said();
    make();
    if (this.#said() === before) return;
    this.#done += 1;
    this.#undone = 0;
  }

  #said(): string {
    const { editor } = session;
    return JSON.stringify([editor?.figures(), editor?.photos().map(({ facts }) => facts)]);
  }
}
