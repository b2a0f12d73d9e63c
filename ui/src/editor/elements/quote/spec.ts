import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

/** A long quotation set off from the text, with who said it. */
export const quote: NodeSpec = {
  ...attributes(),
  group: "block",
  content: "(paragraph | unknownBlock)+ attribution?",
  defining: true,
  parseDOM: [{ tag: "blockquote", getAttrs: extraFromDom }],
  toDOM: (node) => ["blockquote", extraToDom(node), 0],
};

/** Who said it: the last line of a quote or a pull quote. */
export const attribution: NodeSpec = {
  ...attributes(),
  content: "inline*",
  defining: true,
  parseDOM: [{ tag: "p.attribution", priority: 60, getAttrs: extraFromDom }],
  toDOM: (node) => ["p", { class: "attribution", dir: "auto", ...extraToDom(node) }, 0],
};
