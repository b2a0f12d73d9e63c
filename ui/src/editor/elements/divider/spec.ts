import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

export const divider: NodeSpec = {
  ...attributes(),
  group: "block",
  parseDOM: [{ tag: "hr", getAttrs: extraFromDom }],
  toDOM: (node) => ["hr", extraToDom(node)],
};
