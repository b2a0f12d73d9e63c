import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom, isBoolean } from "../../spec";

export const list: NodeSpec = {
  ...attributes({ ordered: { default: false, fits: isBoolean } }),
  group: "block",
  content: "listItem+",
  parseDOM: [
    { tag: "ul", getAttrs: (dom) => ({ ordered: false, ...extraFromDom(dom) }) },
    { tag: "ol", getAttrs: (dom) => ({ ordered: true, ...extraFromDom(dom) }) },
  ],
  toDOM: (node) => [node.attrs.ordered ? "ol" : "ul", extraToDom(node), 0],
};

export const listItem: NodeSpec = {
  ...attributes(),
  content: "(paragraph | list | unknownBlock)+",
  defining: true,
  parseDOM: [{ tag: "li", getAttrs: extraFromDom }],
  toDOM: (node) => ["li", extraToDom(node), 0],
};
