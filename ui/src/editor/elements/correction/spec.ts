import type { Attrs, Node, NodeSpec } from "prosemirror-model";
import { elementWords } from "../../../messages/elements";
import { attributes, extraFromDom, extraToDom, isString } from "../../spec";

/** In the order in which they are offered. A factual error is a correction. */
export const KINDS = ["correction", "clarification", "update", "editorsNote"] as const;

export type CorrectionKind = (typeof KINDS)[number];

const isKind = (value: unknown) => KINDS.some((kind) => kind === value);

/** What was wrong and what is right, with the day it was put right ("2026-05-12"; empty: none). */
export const correction: NodeSpec = {
  ...attributes({
    kind: { default: "correction", fits: isKind },
    at: { default: "", fits: isString },
  }),
  group: "block",
  content: "(paragraph | unknownBlock)+",
  isolating: true,
  defining: true,
  parseDOM: [{ tag: "section.correction", contentElement: ".correction-words", getAttrs: fromDom }],
  toDOM: (node) => [
    "section",
    {
      class: "correction",
      "data-kind": node.attrs.kind as string,
      "data-at": node.attrs.at as string,
      ...extraToDom(node),
    },
    ["p", { class: "correction-label" }, label(node)],
    ["div", { class: "correction-words" }, 0],
  ],
};

/** The word that prints before it. */
function label(node: Node): string {
  return elementWords.correction.kinds[node.attrs.kind as CorrectionKind];
}

function fromDom(dom: HTMLElement): Attrs {
  const { kind, at } = dom.dataset;
  return { kind: isKind(kind) ? kind : "correction", at: at ?? "", ...extraFromDom(dom) };
}
