/** The editor as the window sees it. What it promises stands in `types.ts`. */

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { EditorState, NodeSelection } from "prosemirror-state";
import { redo, undo } from "prosemirror-history";
import { EditorView } from "prosemirror-view";
import type { Finding, Fix, Photo, Place, ReplacedPhoto, Story } from "../desk/contract";
import { editorWords } from "../messages/editor";
import { Announcer } from "./announce";
import { emptyStory, readDocument, writeDocument } from "./document";
import { putCorrection } from "./elements/correction/commands";
import type { FigureLine } from "./elements/figure/commands";
import {
  editFigures,
  figureAt,
  insertPhotos,
  removeFigure,
  setAttrs,
  setFraming,
  setLine,
} from "./elements/figure/commands";
import { figureRows, moveFigure } from "./elements/figure/order";
import type { Replaced } from "./elements/figure/replace";
import { replacePhoto } from "./elements/figure/replace";
import { Furnishing } from "./elements/figure/furnishing";
import type { FigureContext } from "./elements/figure/view";
import { FactsWriter, bringPhotos, changeFacts, factChanges, photosOf, putPhotos } from "./facts";
import { caretIn } from "./fields";
import { markForeign } from "./foreign";
import { goTo, mend, putFindings } from "./findings";
import { habitsOf, putHabits } from "./habits";
import { pressOf } from "./keyTable";
import { elementList } from "./menu/elements";
import { insertElement } from "./menu/insert";
import { menuAttributes } from "./menu/plugin";
import { NoteMarks, addNote, goToNote, notePassages, removeNote } from "./notes";
import { placeAt } from "./places";
import { plugins, viewProps } from "./plugins";
import { sameSelected, selectedIn } from "./selected";
import { scrollerOf } from "./sight";
import { Snapshots } from "./snapshots";
import type {
  Editor,
  EditorOptions,
  ElementChoice,
  ElementName,
  FigureAttrs,
  FigureEdit,
  FigureRow,
  Framing,
  NoteLook,
  NotePassage,
  PhotoChange,
  PhotoPlace,
  Selected,
  Writing,
  WrittenCorrection,
} from "./types";
import type { WordAt } from "./wordAt";
import { unmark, wordAt } from "./wordAt";
import { WordsEditor } from "./words";
import "./editor.css";
import "./scripts.css";
import "./blocks/blocks.css";
import "./elements/figure/figure.css";
import "./writing.css";
import "./elements/elements.css";
import "./elements/correction/correction.css";
import "./elements/embed/embed.css";
import "./elements/factBox/factBox.css";
import "./elements/gallery/gallery.css";
import "./elements/table/table.css";
import "./menu/menu.css";

/** Makes an editor in `options.place`. It is empty and closed until a story is opened. */
export function createEditor(options: EditorOptions): Editor {
  return new StoryEditor(options);
}

class StoryEditor extends WordsEditor implements Editor {
  protected readonly view: EditorView;
  private readonly context: FigureContext;
  private readonly plugins: ReturnType<typeof plugins>;
  private readonly writer: FactsWriter;
  private readonly snapshots = new Snapshots();
  private readonly announcer = new Announcer();
  private readonly replaced: Replaced = new Map();
  protected readOnly = true;
  /** The right column shows the story until the person has been somewhere in it. */
  protected visited = false;
  /** Whether a story was opened in it. */
  private shows = false;
  private written: { doc: Node; json: string } | null = null;
  private selected: Selected = { what: "story" };

  constructor(private readonly options: EditorOptions) {
    super();
    this.context = { options, figures: new Furnishing(options.place), notes: new NoteMarks() };
    this.plugins = plugins(options);
    this.writer = new FactsWriter(
      (change) => options.applyFacts(change),
      (photo) => this.putPhotos([photo]),
    );
    this.view = new EditorView(options.place, {
      state: this.stateOf(emptyStory()),
      editable: () => !this.readOnly,
      dispatchTransaction: (tr) => this.dispatch(tr),
      attributes: (state) => ({
        class: habitsOf(state).focusMode ? "story focusing" : "story",
        ...menuAttributes(state),
        spellcheck: "true",
        "aria-label": editorWords.story,
        lang: state.doc.attrs.language as string,
        dir: state.doc.attrs.direction as string,
      }),
      ...viewProps(this.context),
    });
    options.place.append(this.announcer.dom);
    this.view.dom.addEventListener("focus", () => this.visit());
  }

  open(story: Story, readOnly: boolean): void {
    const { doc, understood } = readDocument(story.document);
    this.readOnly = readOnly || !understood;
    this.visited = false;
    this.snapshots.forget();
    this.replaced.clear();
    // A document that came as we would write it is handed back to the letter.
    this.written = understood ? null : { doc, json: story.document };
    // Before the new page is there, which would have to be laid out for it. The first one stands at its
    // head anyway.
    if (this.shows) scrollerOf(this.options.place)?.scrollTo({ top: 0 });
    this.shows = true;
    this.view.updateState(this.stateOf(doc, story.photos));
    this.context.figures.follow();
    this.report({ documentChanged: false, photosChanged: true });
  }

  document(): string {
    const { doc } = this.view.state;
    if (this.written?.doc !== doc) this.written = { doc, json: writeDocument(doc) };
    this.snapshots.handOut(this.written.json);
    return this.written.json;
  }

  writing(): Writing {
    const { language, direction } = this.view.state.doc.attrs as Writing;
    return { language, direction };
  }

  setWriting({ language, direction }: Writing): void {
    this.change((tr) => {
      const now = this.writing();
      if (language !== now.language) tr.setDocAttribute("language", language);
      if (direction !== now.direction) tr.setDocAttribute("direction", direction);
    });
  }

  photos(): Photo[] {
    return [...photosOf(this.view.state).values()];
  }

  photo(id: string): Photo | undefined {
    return photosOf(this.view.state).get(id);
  }

  putPhotos(photos: Photo[]): void {
    if (this.view.isDestroyed || photos.length === 0) return;
    this.view.dispatch(putPhotos(this.view.state.tr, photos));
  }

  insertPhotos(photos: Photo[], place: PhotoPlace): void {
    this.change((tr) => insertPhotos(bringPhotos(tr, photos), photos, place));
  }

  removeFigure(at: number): void {
    this.change((tr) => removeFigure(tr, at));
  }

  setFigure(at: number, attrs: Partial<FigureAttrs>): void {
    this.change((tr) => setAttrs(tr, at, attrs));
  }

  figures(): FigureRow[] {
    return figureRows(this.view.state.doc);
  }

  setFraming(at: number, framing: Framing): void {
    this.change((tr) => setFraming(tr, at, framing));
  }

  replacePhoto(at: number, replaced: ReplacedPhoto): void {
    const photos = photosOf(this.view.state);
    this.change((tr) => replacePhoto(tr, at, replaced, photos, this.replaced));
  }

  moveFigure(from: number, to: number): void {
    this.change((tr) => moveFigure(tr, from, to));
  }

  edit(photos: PhotoChange[], figures: FigureEdit[]): void {
    const known = photosOf(this.view.state);
    this.change((tr) => {
      editFigures(tr, figures);
      for (const change of photos) changeFacts(tr, known, change);
    });
  }

  setCaption(at: number, text: string | null): void {
    this.setLine(at, "caption", text);
  }

  setAltText(at: number, text: string | null): void {
    this.setLine(at, "altText", text);
  }

  changePhoto(change: PhotoChange): void {
    this.change((tr) => changeFacts(tr, photosOf(this.view.state), change));
  }

  placeAt(x: number, y: number): PhotoPlace {
    return placeAt(this.view, x, y);
  }

  setFindings(findings: Finding[], document?: string): void {
    const { tr } = this.view.state;
    this.view.dispatch(putFindings(tr, findings, this.snapshots.since(document)));
  }

  mend(fix: Fix): boolean {
    const tr = this.readOnly ? null : mend(this.view.state, fix);
    if (tr) this.view.dispatch(tr);
    return tr !== null;
  }

  goTo(place: Place): void {
    const tr = goTo(this.view.state, place);
    this.visited = true;
    this.view.focus();
    if (tr) this.view.dispatch(tr);
  }

  elementList(): ElementChoice[] {
    return elementList();
  }

  insertElement(name: ElementName): boolean {
    if (this.readOnly) return false;
    this.view.focus();
    return insertElement(this.view, name, this.options);
  }

  putCorrection(written: WrittenCorrection): void {
    this.change((tr) => putCorrection(tr, written));
  }

  markForeign(language: string | null): boolean {
    return !this.readOnly && markForeign(language)(this.view.state, (tr) => this.dispatch(tr));
  }

  setNotes(notes: NoteLook[]): void {
    this.context.notes.put(notes);
  }

  addNote(id: string): boolean {
    return !this.readOnly && this.apply(addNote(this.view.state, id));
  }

  removeNote(id: string): void {
    if (!this.readOnly) this.apply(removeNote(this.view.state, id));
  }

  goToNote(id: string): boolean {
    this.view.focus();
    return this.apply(goToNote(this.view.state, id));
  }

  notePassages(): NotePassage[] {
    return notePassages(this.view.state.doc);
  }

  wordAt(point?: { x: number; y: number }): WordAt | null {
    return wordAt(this.view, point);
  }

  unmark(word: string): void {
    unmark(this.view, word);
  }

  undo(): void {
    if (!this.readOnly) undo(this.view.state, (tr) => this.dispatch(tr));
  }

  redo(): void {
    if (!this.readOnly) redo(this.view.state, (tr) => this.dispatch(tr));
  }

  press(keys: string): boolean {
    if (this.readOnly) return false;
    this.view.focus();
    const event = pressOf(keys);
    return this.view.someProp("handleKeyDown", (handle) => handle(this.view, event)) ?? false;
  }

  focus(part?: "headline" | "body"): void {
    this.view.focus();
    if (!part) return;
    const { tr, doc } = this.view.state;
    this.view.dispatch(tr.setSelection(caretIn(doc, part)).scrollIntoView());
  }

  select(at: number): void {
    const { tr, doc } = this.view.state;
    if (!figureAt(doc, at)) return;
    this.visited = true;
    this.view.focus();
    this.view.dispatch(tr.setSelection(NodeSelection.create(doc, at)).scrollIntoView());
  }

  destroy(): void {
    this.view.destroy();
    this.context.figures.destroy();
    this.announcer.dom.remove();
  }

  private stateOf(doc: Node, photos: Photo[] = []): EditorState {
    const state = EditorState.create({ doc, plugins: this.plugins });
    return state.apply(putHabits(putPhotos(state.tr, photos), this.habits));
  }

  private apply(tr: Transaction | null): boolean {
    if (tr) this.dispatch(tr);
    return tr !== null;
  }

  private setLine(at: number, name: FigureLine, text: string | null): void {
    this.change((tr) => setLine(tr, at, name, text));
  }

  /** Makes a change that a panel asked for, unless the story may only be read. */
  private change(make: (tr: Transaction) => void): void {
    if (this.readOnly) return;
    const { tr } = this.view.state;
    make(tr);
    if (tr.steps.length > 0) this.view.dispatch(tr);
  }

  private dispatch(tr: Transaction): void {
    const old = this.view.state;
    const { state, transactions } = old.applyTransaction(tr);
    for (const applied of transactions) this.snapshots.follow(applied);
    this.view.updateState(state);
    this.announcer.hear(tr);
    const photosChanged = photosOf(old) !== photosOf(state);
    if (photosChanged) this.context.figures.follow();
    this.writeFacts(old, transactions);
    const documentChanged = old.doc !== state.doc;
    if (tr.selectionSet || documentChanged) this.visited = true;
    if (documentChanged || tr.selectionSet || photosChanged) {
      this.report({ documentChanged, photosChanged });
    }
  }

  /** Whether done, undone or done again: what the history did to a photo, the desk does too. */
  private writeFacts(old: EditorState, transactions: readonly Transaction[]): void {
    for (const change of transactions.flatMap(factChanges)) {
      this.writer.write(change, photosOf(old).get(change.photoId));
    }
  }

  private visit(): void {
    if (this.visited) return;
    this.visited = true;
    this.report({ documentChanged: false, photosChanged: false });
  }

  private report(change: { documentChanged: boolean; photosChanged: boolean }): void {
    const selected = this.visited ? selectedIn(this.view.state) : ({ what: "story" } as const);
    if (!sameSelected(this.selected, selected)) this.selected = selected;
    this.options.onChange({ ...change, selected: this.selected });
  }
}
