/**
 * A place for a photo. It holds the photo's id and never a credit: the credit is the photo's own.
 * Caption and alt text are there only when the story has its own.
 */

import type { Attrs, NodeSpec } from "prosemirror-model";
import { editorWords } from "../../../messages/editor";
import {
  attributes,
  extraFromDom,
  extraToDom,
  isBoolean,
  isStringOrNull,
  jsonAttribute,
  isObject,
} from "../../spec";
import type { Known } from "../../spec";
import { isArea, isFocus, isObscured, isTurn } from "../../framing";

export const ROLES = ["inline", "supporting", "showcase", "full", "thumbnail"] as const;

const known: Known = {
  photoId: { default: null, fits: isStringOrNull },
  role: { default: "inline", fits: (value) => ROLES.some((role) => role === value) },
  decorative: { default: false, fits: isBoolean },
  filePhoto: { default: false, fits: isBoolean },
  checkCaption: { default: false, fits: isBoolean },
  turn: { default: 0, fits: isTurn },
  crop: { default: null, fits: (value) => value === null || isArea(value) },
  focus: { default: null, fits: (value) => value === null || isFocus(value) },
  obscured: { default: [], fits: isObscured },
  wantedCredit: { default: null, fits: isStringOrNull },
};

/** Only our own figures are taken from a clipboard: what another page calls a figure is its own. */
export const figure: NodeSpec = {
  ...attributes(known),
  group: "block",
  content: "caption? altText? unknownBlock*",
  isolating: true,
  selectable: true,
  draggable: false,
  parseDOM: [{ tag: "figure[data-figure]", getAttrs: fromDom }],
  toDOM: (node) => {
    const attrs = Object.fromEntries(Object.keys(known).map((name) => [name, node.attrs[name]]));
    return ["figure", { "data-figure": JSON.stringify(attrs), ...extraToDom(node) }, 0];
  },
};

function fromDom(dom: HTMLElement): Attrs | false {
  const json = jsonAttribute(dom, "data-figure");
  if (!isObject(json)) return false;
  const attrs: Record<string, unknown> = { ...extraFromDom(dom) };
  for (const [name, attr] of Object.entries(known)) {
    attrs[name] = attr.fits(json[name]) ? json[name] : attr.default;
  }
  return attrs;
}

export const caption: NodeSpec = {
  ...attributes(),
  content: "inline*",
  isolating: true,
  parseDOM: [{ tag: "figcaption", context: "figure/", getAttrs: extraFromDom }],
  toDOM: (node) => ["figcaption", { class: "caption", dir: "auto", ...extraToDom(node) }, 0],
};

export const altText: NodeSpec = {
  ...attributes(),
  content: "inline*",
  isolating: true,
  parseDOM: [{ tag: "div.alt-text", context: "figure/", getAttrs: extraFromDom }],
  toDOM: (node) => [
    "div",
    { class: "alt-text", dir: "auto", "data-label": editorWords.altText, ...extraToDom(node) },
    0,
  ],
};
