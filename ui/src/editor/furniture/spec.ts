/**
 * The furniture: lines of text around the body. They are nodes of the same document, so that one
 * history holds all that a person types. Nothing is parsed into them: what is pasted is text.
 */

import type { NodeSpec } from "prosemirror-model";
import { editorWords } from "../../messages/editor";
import { attributes, isString } from "../spec";

/** In the order of the page, which is the order of Tab. */
export const FIELDS = [
  "kicker",
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "body",
  "signOff",
] as const;

export type FieldName = (typeof FIELDS)[number] | (typeof HEADLINES)[number];

export const story: NodeSpec = {
  ...attributes({
    language: { default: "en", fits: isString },
    direction: { default: "ltr", fits: (value) => value === "ltr" || value === "rtl" },
  }),
  content:
    "kicker headline standfirst byline dateline headlines lead body signOff unknownBlock*",
};
// Members of the envelope around the document: its schema version and what we do not know.
story.attrs = { ...story.attrs, envelope: { default: null } };

export const kicker = line("div", "kicker", undefined, editorWords.placeholders.kicker);
export const headline = line("h1", "headline");
export const standfirst = line("div", "standfirst", undefined, editorWords.placeholders.standfirst);
export const byline = line("div", "byline", undefined, editorWords.placeholders.byline);
export const dateline = line("div", "dateline", editorWords.dateline);
export const signOff = line("div", "sign-off", undefined, editorWords.placeholders.signOff);

/** Headlines for other places than the page. All three are there, empty or not. */
export const HEADLINES = ["webHeadline", "socialHeadline", "printHeadline"] as const;

export const webHeadline = line("div", "web-headline", editorWords.headlines.webHeadline);
export const socialHeadline = line("div", "social-headline", editorWords.headlines.socialHeadline);
export const printHeadline = line("div", "print-headline", editorWords.headlines.printHeadline);

export const headlines: NodeSpec = {
  ...attributes(),
  content: `${HEADLINES.join(" ")} unknownBlock*`,
  isolating: true,
  selectable: false,
  toDOM: () => ["div", { class: "headlines" }, 0],
};

export const lead: NodeSpec = {
  ...attributes(),
  content: "figure?",
  isolating: true,
  selectable: false,
  toDOM: () => ["div", { class: "lead" }, 0],
};

export const body: NodeSpec = {
  ...attributes(),
  content: "block+",
  isolating: true,
  selectable: false,
  toDOM: () => ["div", { class: "body" }, 0],
};

function line(tag: string, name: string, label?: string, spoken = label): NodeSpec {
  const attrs = {
    class: `field ${name}`,
    dir: "auto",
    // A screen reader tells by it which line the caret came into; a heading says it by itself.
    ...(tag === "div" && spoken && { role: "group", "aria-label": spoken }),
    ...(label && { "data-label": label }),
  };
  return {
    ...attributes(),
    content: "inline*",
    isolating: true,
    defining: true,
    selectable: false,
    toDOM: () => [tag, attrs, 0],
  };
}
