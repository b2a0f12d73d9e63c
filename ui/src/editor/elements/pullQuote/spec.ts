import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

/** A quotation from the body, shown large. */
export const pullQuote: NodeSpec = {
  ...attributes(),
  group: "block",
  content: "(paragraph | unknownBlock)+ attribution?",
  defining: true,
  parseDOM: [{ tag: "aside.pull-quote", getAttrs: extraFromDom }],
  toDOM: (node) => ["aside", { class: "pull-quote", ...extraToDom(node) }, 0],
};
