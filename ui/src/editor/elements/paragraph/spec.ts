import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

export const paragraph: NodeSpec = {
  ...attributes(),
  group: "block",
  content: "inline*",
  parseDOM: [{ tag: "p", getAttrs: extraFromDom }],
  toDOM: (node) => ["p", { dir: "auto", ...extraToDom(node) }, 0],
};

export const hardBreak: NodeSpec = {
  ...attributes(),
  group: "inline",
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseDOM: [{ tag: "br", getAttrs: extraFromDom }],
  toDOM: (node) => ["br", extraToDom(node)],
  leafText: () => "\n",
};
