/** Nodes that this program does not know: closed units that hold their JSON and give it back. */

import type { NodeSpec } from "prosemirror-model";
import { editorWords } from "../../../messages/editor";
import { isObject, jsonAttribute } from "../../spec";

/** The JSON of a node, as it came. */
export type NodeJson = Record<string, unknown>;

export const unknownBlock: NodeSpec = {
  group: "block",
  atom: true,
  attrs: { json: { default: null } },
  parseDOM: [{ tag: "div[data-unknown]", getAttrs: jsonFromDom }],
  toDOM: (node) => [
    "div",
    { "data-unknown": JSON.stringify(node.attrs.json), class: "unknown" },
    editorWords.unknownBlock(typeName(node.attrs.json)),
  ],
};

export const unknownInline: NodeSpec = {
  group: "inline",
  inline: true,
  atom: true,
  attrs: { json: { default: null } },
  parseDOM: [{ tag: "span[data-unknown]", getAttrs: jsonFromDom }],
  toDOM: (node) => [
    "span",
    {
      "data-unknown": JSON.stringify(node.attrs.json),
      class: "unknown",
      title: editorWords.unknownBlock(typeName(node.attrs.json)),
    },
    typeName(node.attrs.json),
  ],
};

function typeName(json: unknown): string {
  return isObject(json) && typeof json.type === "string" ? json.type : "?";
}

function jsonFromDom(dom: HTMLElement): { json: NodeJson } | false {
  const json = jsonAttribute(dom, "data-unknown");
  return isObject(json) && typeof json.type === "string" ? { json } : false;
}
