import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

/** Facts beside the story: a title, and short text under it. */
export const factBox: NodeSpec = {
  ...attributes(),
  group: "block",
  content: "boxTitle (paragraph | list | crosshead | unknownBlock)+",
  isolating: true,
  defining: true,
  parseDOM: [{ tag: "aside.fact-box", getAttrs: extraFromDom }],
  toDOM: (node) => ["aside", { class: "fact-box", ...extraToDom(node) }, 0],
};

export const boxTitle: NodeSpec = {
  ...attributes(),
  content: "inline*",
  isolating: true,
  defining: true,
  selectable: false,
  parseDOM: [{ tag: "p.box-title", context: "factBox/", priority: 60, getAttrs: extraFromDom }],
  toDOM: (node) => ["p", { class: "box-title", dir: "auto", ...extraToDom(node) }, 0],
};
