import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

export type Level = 2 | 3;

/** A small heading inside the body. A pasted `h1` is one too: the headline is typed, not pasted. */
export const crosshead: NodeSpec = {
  ...attributes({ level: { default: 2, fits: (value) => value === 2 || value === 3 } }),
  group: "block",
  content: "inline*",
  defining: true,
  parseDOM: [
    { tag: "h1, h2", getAttrs: (dom) => ({ level: 2, ...extraFromDom(dom) }) },
    { tag: "h3, h4, h5, h6", getAttrs: (dom) => ({ level: 3, ...extraFromDom(dom) }) },
  ],
  toDOM: (node) => [`h${node.attrs.level as Level}`, { dir: "auto", ...extraToDom(node) }, 0],
};
