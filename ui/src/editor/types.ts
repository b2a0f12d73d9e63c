/** What the editor asks of the window and offers to it. */

import type { WrittenCorrection } from "./elements/correction/commands";
import type {
  Declared,
  Field,
  Finding,
  Fix,
  Kind,
  NoteKind,
  PastedParts,
  Photo,
  Place,
  ReplacedPhoto,
  Story,
  UsageChosen,
} from "../desk/contract";
import type { Counts } from "./counts";
import type { Chosen, Found, Match, Search } from "./find/types";
import type { Habits } from "./habits";
import type { OutlineRow } from "./outline";

export type { Counts } from "./counts";
export type { Chosen, Found, Match, MatchPlace, Search } from "./find/types";
export type { Habits } from "./habits";
export type { OutlineRow } from "./outline";
import type { elementWords } from "../messages/elements";
import type { WordAt } from "./wordAt";

/** How large a photo runs. */
export type Role = "inline" | "supporting" | "showcase" | "full" | "thumbnail";

/** One change to a photo's own facts; it stands in the same history as the typing. */
export type PhotoChange =
  | { what: "fact"; photoId: string; field: Field; value: string | null }
  | { what: "declared"; photoId: string; declared: Declared | null }
  | { what: "kind"; photoId: string; kind: Kind | null }
  | { what: "usage"; photoId: string; usage: UsageChosen };

/** A rectangle of a picture, in ten-thousandths of the upright, uncropped picture. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A covered part: a face, a plate, a document. */
export interface Obscured {
  area: Area;
  cover: "block" | "coarse";
}

/** What a story does with a picture: it is covered first, then cropped, then turned. */
export interface Framing {
  /** Degrees clockwise. */
  turn: 0 | 90 | 180 | 270;
  crop: Area | null;
  /** The point that stays in sight when a place shows less; `null`: the middle. */
  focus: { left: number; top: number } | null;
  obscured: Obscured[];
}

/** One figure of the story, as the caption desk lists it. */
export interface FigureRow {
  at: number;
  lead: boolean;
  photoId: string | null;
  role: Role;
  filePhoto: boolean;
  decorative: boolean;
  checkCaption: boolean;
  framing: Framing;
  /** `null`: the photo's own stands; empty: none in this story. */
  caption: string | null;
  /** `null`: the photo's own stands; empty: none in this story. */
  altText: string | null;
}

/** Changes to one figure's words; what is absent stays as it is. */
export interface FigureEdit {
  at: number;
  /** `null` takes the story's own caption away, so that the photo's stands. */
  caption?: string | null;
  altText?: string | null;
  decorative?: boolean;
}

/** Where photos shall go. `at` is a position in the document. */
export type PhotoPlace =
  | { what: "lead" }
  | { what: "figure"; at: number }
  | { what: "position"; at: number }
  | { what: "caret" };

/** What the right column follows. */
export type Selected =
  | { what: "story" }
  | { what: "text"; part: string; empty: boolean }
  | {
      what: "figure";
      at: number;
      lead: boolean;
      photoId: string | null;
      filePhoto: boolean;
      decorative: boolean;
      role: Role;
      framing: Framing;
      /** The caption was written for another picture. */
      checkCaption: boolean;
      wantedCredit: string | null;
      /** `null`: the photo's own stands; empty: none in this story. */
      caption: string | null;
      /** `null`: the photo's own stands; empty: none in this story. */
      altText: string | null;
    };

/** In which language a story is written, and which way its lines run. */
export interface Writing {
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
}

/** What a figure says about itself, besides its photo. */
export interface FigureAttrs {
  filePhoto: boolean;
  decorative: boolean;
  role: Role;
  checkCaption: false;
  wantedCredit: null;
}

/** An element that can be put into the body. */
export type ElementName = keyof typeof elementWords.names;

export interface ElementChoice {
  name: ElementName;
  label: string;
  /** As ProseMirror names keys: "Mod-Alt-2". `null`: none of its own. */
  keys: string | null;
}

/** How a private note shows in the text; its words stay outside. */
export interface NoteLook {
  id: string;
  kind: NoteKind;
  resolved: boolean;
}

/** Where a note lies, and the words it is about. */
export interface NotePassage {
  id: string;
  from: number;
  to: number;
  text: string;
}

/** What happened in the editor. */
export interface EditorChange {
  documentChanged: boolean;
  photosChanged: boolean;
  /** The very object of last time while it says the same. */
  selected: Selected;
}

/** A paste that is in the story now. */
export interface Pasted {
  /** One line; empty when there is nothing to say. */
  receipt: string;
  /** What was left out or could not be kept, a sentence each. */
  leftOut: string[];
  /** Its form could not be read, so it came as plain text. */
  plainOnly: boolean;
  undo(): void;
  /** Puts the plain text in its place; `null` when there is none, or it is that already. */
  plain: (() => void) | null;
}

export interface EditorOptions {
  /** The editor fills this element and takes it over. */
  place: HTMLElement;
  /** The address of a photo's preview, framed as the story shows it. */
  photoAddress(photoId: string, framing: Framing): string;
  /** Writes a photo's facts. Rejects with a `Failure`; then the editor shows the old facts again. */
  applyFacts(change: PhotoChange): Promise<Photo>;
  /** After every change of document, selection or photos. */
  onChange(change: EditorChange): void;
  /** "Add photo…" on a wanted card or on the empty lead. */
  onWantPhoto(place: PhotoPlace): void;
  onCreditClick(photoId: string): void;
  /** A double click, or Enter, on a picture: crop, turn and cover it. */
  onFrame(at: number): void;
  onFindingClick(key: string): void;
  /** Asks for an address. `null`: the person thought better of it; empty: take the link away. */
  askLink(current: string): Promise<string | null>;
  openLink(address: string): void;
  /** The passage of a private note was clicked. */
  onNoteClick?(id: string): void;
  /** Reads copied HTML; `plain` lay beside it. */
  readHtml(html: string, plain: string): Promise<PastedParts>;
  onPasted(pasted: Pasted): void;
}

export type { WrittenCorrection };

export interface Editor {
  /** Shows `story` with a new history. */
  open(story: Story, readOnly: boolean): void;
  /** The document as JSON, as `save_draft` and `check_story` want it. */
  document(): string;
  writing(): Writing;
  setWriting(writing: Writing): void;
  photos(): Photo[];
  photo(id: string): Photo | undefined;
  /** Shows these records from now on; not a step of the history. */
  putPhotos(photos: Photo[]): void;
  /** Fills the wanted figure or the lead, or puts new figures into the body. */
  insertPhotos(photos: Photo[], place: PhotoPlace): void;
  removeFigure(at: number): void;
  setFigure(at: number, attrs: Partial<FigureAttrs>): void;
  /** The figures in reading order, the lead first. */
  figures(): FigureRow[];
  setFraming(at: number, framing: Framing): void;
  /** Puts another photo into a figure. Another picture brings its own credit, rights and alt text,
   * and the caption is marked to be checked; a re-crop of the same picture keeps everything. Said
   * of a photo that stands there already: it is the same picture after all, and what the figure
   * said before comes back. */
  replacePhoto(at: number, replaced: ReplacedPhoto): void;
  /**
   * Moves the figure at `from` into the place of the figure at `to`, both as in `figures()`. Those
   * between move up or down by one place, and the text around them stays.
   */
  moveFigure(from: number, to: number): void;
  /** Many changes as one step of the history. */
  edit(photos: PhotoChange[], figures: FigureEdit[]): void;
  /** `null` takes the story's own caption away, so that the photo's stands. */
  setCaption(at: number, text: string | null): void;
  setAltText(at: number, text: string | null): void;
  changePhoto(change: PhotoChange): void;
  /** Where photos dropped at these client coordinates would go. */
  placeAt(x: number, y: number): PhotoPlace;
  /**
   * Shows findings. `document` is the string that was checked, as `document()` gave it; without it
   * they are taken to be about the one last given. Typing since then moves them.
   */
  setFindings(findings: Finding[], document?: string): void;
  /** Answers whether the fix still fitted. */
  mend(fix: Fix): boolean;
  goTo(place: Place): void;
  /** How this desk and this person write. What is absent stays as it is, in the next story too. */
  setHabits(habits: Partial<Habits>): void;
  /** Shows the people that the byline was found to name. */
  setPeople(people: readonly string[]): void;
  /** Opens the headlines for other places with the caret in them, or folds them. */
  toggleHeadlines(): void;
  /** Sets quotes, dashes and spaces in the selection, or in the block of the caret. */
  fixQuotes(): void;
  /** How many marks of what is still to come the story holds. */
  tks(): number;
  /** Selects the next of them, or the one before, and goes on at the other end. */
  nextTk(step: 1 | -1): void;
  /** Walks what is selected: for a timer. */
  selectionCounts(): Counts;
  /** What is selected, on one line and not too long to search for. */
  selectedText(): string;
  /** Walks the blocks: for a timer. */
  outline(): { rows: OutlineRow[]; at: number };
  goToRow(row: OutlineRow): void;
  /** Finds and marks what matches; `null` ends it. Walks the story: for a timer. */
  find(search: Search | null): Found;
  /** Selects a match and leaves the focus where it is. */
  showMatch(match: Match): void;
  /** Replaces as one step of the history. Answers how many. */
  replace(search: Search, by: string, chosen: Chosen): number;
  /** The elements that can be put in, in the order in which they are offered. */
  elementList(): ElementChoice[];
  /** Puts the element in at the caret, or makes it of the text there. False: not here. */
  insertElement(name: ElementName): boolean;
  /** Puts a correction at the foot of the body, or at its head: one step of the history. */
  putCorrection(written: WrittenCorrection): void;
  /** In which language the selection is, or what is typed next; `null`: the story's own. */
  markForeign(language: string | null): boolean;
  /** How the notes look. Ids without a passage are no fault. */
  setNotes(notes: NoteLook[]): void;
  /** Makes the selection, or the word at the caret, the note's passage. False: there are no words. */
  addNote(id: string): boolean;
  removeNote(id: string): void;
  /** Selects the note's passage. False: its words are gone. */
  goToNote(id: string): boolean;
  /** Where the notes lie, in reading order. Walks the whole story: not for every key. */
  notePassages(): NotePassage[];
  /** The word at a point of the window, else at the caret. `null`: there is none. */
  wordAt(point?: { x: number; y: number }): WordAt | null;
  /** Takes the spelling checker's mark off a word that was just learned. */
  unmark(word: string): void;
  undo(): void;
  redo(): void;
  /** Does what these keys do, named as in `EDITOR_KEYS`. Answers whether they do anything here. */
  press(keys: string): boolean;
  focus(part?: "headline" | "body"): void;
  /** Selects the figure at this position. */
  select(at: number): void;
  destroy(): void;
}
