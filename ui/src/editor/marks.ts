/** The marks. Their order is the order in which they nest in HTML: a link lies outside. */

import type { MarkSpec } from "prosemirror-model";
import { safeAddress } from "./address";
import { attributes, extraFromDom, extraToDom, isObject, isString, jsonAttribute } from "./spec";

/** A mark that this program does not know, with its JSON. Any number may lie on the same text. */
const unknownMark: MarkSpec = {
  attrs: { json: { default: null } },
  excludes: "",
  inclusive: false,
  parseDOM: [
    {
      tag: "span[data-unknown-mark]",
      getAttrs: (dom) => {
        const json = jsonAttribute(dom, "data-unknown-mark");
        return isObject(json) && !Object.hasOwn(marks, String(json.type)) ? { json } : false;
      },
    },
  ],
  toDOM: (mark) => ["span", { "data-unknown-mark": JSON.stringify(mark.attrs.json) }, 0],
};

/** An address that may not be followed is kept in the document and is no link on the screen. */
const link: MarkSpec = {
  ...attributes({ href: { default: "", fits: isString } }),
  inclusive: false,
  parseDOM: [
    {
      tag: "a[href]",
      getAttrs: (dom) => {
        const href = safeAddress(dom.getAttribute("href") ?? "");
        return href === null ? false : { href, ...extraFromDom(dom) };
      },
    },
  ],
  toDOM: (mark) => {
    const href = safeAddress(mark.attrs.href as string);
    return href === null
      ? ["span", { class: "link-refused" }, 0]
      : ["a", { href, rel: "noopener noreferrer", ...extraToDom(mark) }, 0];
  },
};

/** Google Docs wraps all it copies in a `b` of normal weight. */
const strong: MarkSpec = {
  ...attributes(),
  parseDOM: [
    { tag: "strong", getAttrs: extraFromDom },
    { tag: "b", getAttrs: (dom) => (isLight(dom.style.fontWeight) ? false : extraFromDom(dom)) },
    { style: "font-weight=400", clearMark: (mark) => mark.type.name === "strong" },
    { style: "font-weight", getAttrs: (weight) => (isLight(weight) ? false : null) },
  ],
  toDOM: (mark) => ["strong", extraToDom(mark), 0],
};

function isLight(weight: string): boolean {
  return weight !== "" && !/^(bold(er)?|[6-9]\d{2,})$/.test(weight);
}

const em: MarkSpec = {
  ...attributes(),
  parseDOM: [
    { tag: "em", getAttrs: extraFromDom },
    { tag: "i", getAttrs: (dom) => (dom.style.fontStyle === "normal" ? false : extraFromDom(dom)) },
    { style: "font-style=italic" },
    { style: "font-style=normal", clearMark: (mark) => mark.type.name === "em" },
  ],
  toDOM: (mark) => ["em", extraToDom(mark), 0],
};

/** A passage in another language. Only our own are taken from a clipboard: Word marks every word. */
const foreign: MarkSpec = {
  ...attributes({ language: { default: "", fits: isString } }),
  parseDOM: [
    {
      tag: "span.foreign[lang]",
      getAttrs: (dom) => ({ language: dom.getAttribute("lang") ?? "", ...extraFromDom(dom) }),
    },
  ],
  toDOM: (mark) => [
    "span",
    { class: "foreign", lang: mark.attrs.language as string, dir: "auto", ...extraToDom(mark) },
    0,
  ],
};

/**
 * The passage of a private note. Nothing is parsed into it, and `notes.ts` takes it from all that
 * is copied. Several notes may lie on the same words.
 */
const note: MarkSpec = {
  ...attributes({ noteId: { default: "", fits: isString } }),
  excludes: "",
  inclusive: false,
  toDOM: (mark) => ["span", { class: "note", "data-note": mark.attrs.noteId as string }, 0],
};

export const marks = { unknownMark, link, foreign, note, strong, em };
