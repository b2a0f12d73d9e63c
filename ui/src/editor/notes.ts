/**
 * The passages of private notes. Their words are the desk's; here is where they belong, how they
 * look, and that they leave by no clipboard.
 */

import type { Mark, Node } from "prosemirror-model";
import { Fragment, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import { wordAround } from "./passages";
import { schema } from "./schema";
import type { NoteLook, NotePassage } from "./types";

/** How the notes of one editor look, and where they are shown. */
export class NoteMarks {
  private looks = new Map<string, NoteLook>();
  private readonly shown = new Map<HTMLElement, string>();

  /** What the notes are; one that is not named stands as an open note. */
  put(notes: NoteLook[]): void {
    this.looks = new Map(notes.map((note) => [note.id, note]));
    for (const [dom, id] of this.shown) this.look(dom, id);
  }

  view(mark: Mark): { dom: HTMLElement; destroy(): void } {
    const dom = document.createElement("span");
    const id = mark.attrs.noteId as string;
    dom.className = "note";
    dom.dataset.note = id;
    this.shown.set(dom, id);
    this.look(dom, id);
    return { dom, destroy: () => this.shown.delete(dom) };
  }

  private look(dom: HTMLElement, id: string): void {
    const look = this.looks.get(id);
    dom.dataset.kind = look?.kind ?? "note";
    dom.classList.toggle("resolved", look?.resolved ?? false);
  }
}

/** The note under a click. Where several lie on the same words, the innermost. */
export function clickedNote(event: MouseEvent): string | null {
  const target = event.target instanceof Element ? event.target.closest("[data-note]") : null;
  return target?.getAttribute("data-note") ?? null;
}

/** Marks the selection, or the word at the caret, as the note's passage. `null`: there are no words. */
export function addNote(state: EditorState, id: string): Transaction | null {
  const { selection } = state;
  const { from, to, empty, $from } = selection;
  const range = empty ? wordAround($from) : { from, to };
  if (!range) return null;
  const tr = closeHistory(state.tr);
  tr.addMark(range.from, range.to, schema.marks.note.create({ noteId: id }));
  return tr.docChanged ? tr : null;
}

/** Takes the note's mark away, wherever it lies. */
export function removeNote(state: EditorState, id: string): Transaction | null {
  const mark = schema.marks.note.create({ noteId: id });
  const passage = notePassages(state.doc).find((one) => one.id === id);
  return passage ? closeHistory(state.tr).removeMark(passage.from, passage.to, mark) : null;
}

/** Selects the note's passage. */
export function goToNote(state: EditorState, id: string): Transaction | null {
  const passage = notePassages(state.doc).find((one) => one.id === id);
  if (!passage) return null;
  const $from = state.doc.resolve(passage.from);
  const selection = TextSelection.between($from, state.doc.resolve(passage.to));
  return state.tr.setSelection(selection).scrollIntoView();
}

/**
 * One passage for each note, in reading order, from the first of its words to the last. Walks the
 * whole document: for a panel, not for a key.
 */
export function notePassages(doc: Node): NotePassage[] {
  const found = new Map<string, NotePassage>();
  doc.descendants((node, at) => {
    if (!node.isInline) return true;
    for (const mark of node.marks) {
      if (mark.type !== schema.marks.note) continue;
      const id = mark.attrs.noteId as string;
      const before = found.get(id);
      const text = node.textContent;
      if (!before) found.set(id, { id, from: at, to: at + node.nodeSize, text });
      else {
        before.text += before.to === at ? text : ` ${text}`;
        before.to = at + node.nodeSize;
      }
    }
    return false;
  });
  return [...found.values()];
}

/** What is copied without the marks of notes. */
export function withoutNotes(slice: Slice): Slice {
  const content = strip(slice.content);
  return content === slice.content ? slice : new Slice(content, slice.openStart, slice.openEnd);
}

function strip(fragment: Fragment): Fragment {
  let changed = false;
  const children = fragment.content.map((node) => {
    const content = strip(node.content);
    const marks = node.marks.filter(({ type }) => type !== schema.marks.note);
    const same = content === node.content && marks.length === node.marks.length;
    changed ||= !same;
    return same ? node : (node.isText ? node : node.copy(content)).mark(marks);
  });
  return changed ? Fragment.fromArray(children) : fragment;
}
