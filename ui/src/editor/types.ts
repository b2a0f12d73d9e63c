/** What the editor asks of the window and offers to it. */

import type {
  Declared,
  Field,
  Finding,
  Fix,
  Kind,
  Photo,
  Place,
  Story,
} from "../desk/contract";

/** How large a photo runs. */
export type Role = "inline" | "supporting" | "showcase" | "full" | "thumbnail";

/** One change to a photo's own facts; it stands in the same history as the typing. */
export type PhotoChange =
  | { what: "fact"; photoId: string; field: Field; value: string | null }
  | { what: "declared"; photoId: string; declared: Declared | null }
  | { what: "kind"; photoId: string; kind: Kind | null };

/** Where photos shall go. `at` is a position in the document. */
export type PhotoPlace =
  | { what: "lead" }
  | { what: "figure"; at: number }
  | { what: "position"; at: number }
  | { what: "caret" };

/** What the right column follows. */
export type Selected =
  | { what: "story" }
  | { what: "text"; part: string; words: number }
  | {
      what: "figure";
      at: number;
      lead: boolean;
      photoId: string | null;
      filePhoto: boolean;
      decorative: boolean;
      role: Role;
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
  wantedCredit: null;
}

export interface EditorOptions {
  /** The editor fills this element and takes it over. */
  place: HTMLElement;
  /** The address of a photo's preview. */
  photoAddress(photoId: string): string;
  /** Writes a photo's facts. Rejects with a `Failure`; then the editor shows the old facts again. */
  applyFacts(change: PhotoChange): Promise<Photo>;
  /** After every change of document or selection. */
  onChange(change: { documentChanged: boolean; selected: Selected }): void;
  /** "Add photo…" on a wanted card or on the empty lead. */
  onWantPhoto(place: PhotoPlace): void;
  onCreditClick(photoId: string): void;
  onFindingClick(key: string): void;
  /** Asks for an address. `null`: the person thought better of it; empty: take the link away. */
  askLink(current: string): Promise<string | null>;
  openLink(address: string): void;
}

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
  undo(): void;
  redo(): void;
  focus(part?: "headline" | "body"): void;
  /** Selects the figure at this position. */
  select(at: number): void;
  destroy(): void;
}
