/** What a person should know of a figure at a glance: tags on the picture, and lines under it. */

import type { Node } from "prosemirror-model";
import { editorWords } from "../../../messages/editor";
import { button, piece } from "../../dom";
import type { Size } from "../../framing";
import { LEAST_WIDTH_PX, framingOf, isTooSmall } from "../../framing";
import type { Role } from "../../types";

/** The tags on the picture. `null`: there are none. */
export function tagsOf(figure: Node): HTMLElement | null {
  const { filePhoto, decorative, checkCaption, photoId } = figure.attrs;
  const obscured = framingOf(figure.attrs).obscured.length;
  const tags = [
    filePhoto ? piece("span", "tag file-photo", editorWords.filePhoto) : null,
    obscured > 0 ? obscuredTag(obscured) : null,
    decorative && photoId !== null ? piece("span", "tag", editorWords.decorativeTag) : null,
    checkCaption ? piece("span", "tag look", editorWords.checkCaption) : null,
  ].filter((tag) => tag !== null);
  return tags.length > 0 ? piece("div", "tags", ...tags) : null;
}

function obscuredTag(count: number): HTMLElement {
  const tag = piece("span", "tag", editorWords.obscured);
  tag.title = editorWords.obscuredParts(count);
  return tag;
}

/** Asks to look at a caption that was written for another picture. */
export function captionCheck(figure: Node, right: (() => void) | null): HTMLElement | null {
  if (figure.attrs.checkCaption !== true) return null;
  return piece(
    "div",
    "figure-note",
    piece("span", "figure-said", editorWords.checkCaptionWhy),
    right && button("story-button", editorWords.captionIsRight, right),
  );
}

/** Says that the picture is too small for its place. */
export function tooSmall(size: Size, role: Role, lead: boolean): HTMLElement | null {
  const place = lead && role === "inline" ? "showcase" : role;
  if (!isTooSmall(size, place)) return null;
  const name = lead && role === "inline" ? editorWords.leadRole : editorWords.roles[role];
  const said = editorWords.tooSmall(size.widthPx, name, LEAST_WIDTH_PX[place]);
  return piece("div", "figure-note", piece("span", "figure-said", said));
}
