/** What the caption desk works on, whether it is a story or a folder of pictures. */
import type { Change } from "./plan";
import type { Row } from "./rows";

export interface Sheet {
  readonly what: "story" | "folder";
  readonly rows: Row[];
  readonly readOnly: boolean;
  /** The language in which the captions are written, BCP 47. */
  readonly language: string;
  /** Makes all of these changes as one step. */
  apply(changes: readonly Change[]): void;
  /** Says that a picture of the story has nothing to describe, or takes that back. */
  decorate(row: Row, decorative: boolean): void;
  /** Takes back the last step that was made here. Answers whether there was one. */
  undo(): boolean;
  redo(): boolean;
  /** Puts a row in the place of another; those between make room. */
  move(from: number, to: number): void;
}
