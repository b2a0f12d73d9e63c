/**
 * A post or a film from elsewhere, as what it says: words and an address. There is no frame, no
 * script and no picture, and nothing is ever fetched.
 */

import type { Attrs, DOMOutputSpec, Node, NodeSpec } from "prosemirror-model";
import { safeAddress } from "../../address";
import type { Known } from "../../spec";
import { attributes, extraFromDom, extraToDom, isObject, isString, jsonAttribute } from "../../spec";

/** In the order in which they are asked for. */
export const EMBED_FIELDS = ["address", "provider", "title", "author", "text"] as const;

export type EmbedField = (typeof EMBED_FIELDS)[number];
export type Embed = Record<EmbedField, string>;

const known: Known = Object.fromEntries(
  EMBED_FIELDS.map((name) => [name, { default: "", fits: isString }]),
);

export const embed: NodeSpec = {
  ...attributes(known),
  group: "block",
  atom: true,
  draggable: false,
  parseDOM: [{ tag: "div[data-embed]", getAttrs: fromDom }],
  toDOM: (node) => [
    "div",
    { "data-embed": JSON.stringify(embedOf(node)), ...extraToDom(node) },
    ...paragraphs(embedOf(node)),
  ],
};

/** What the card says. */
export function embedOf(node: Node): Embed {
  const { address, provider, title, author, text } = node.attrs as Embed;
  return { address, provider, title, author, text };
}

/** What another program gets from the clipboard: the words, and a link. */
function paragraphs({ address, provider, title, author, text }: Embed): DOMOutputSpec[] {
  const href = safeAddress(address);
  const words = [[provider, author].filter((word) => word !== "").join(" · "), title, text];
  return [
    ...words.filter((word) => word !== "").map((word): DOMOutputSpec => ["p", word]),
    href === null ? ["p", address] : ["p", ["a", { href, rel: "noopener noreferrer" }, address]],
  ];
}

function fromDom(dom: HTMLElement): Attrs | false {
  const json = jsonAttribute(dom, "data-embed");
  if (!isObject(json)) return false;
  const words = EMBED_FIELDS.map((name) => [name, isString(json[name]) ? json[name] : ""]);
  return { ...Object.fromEntries(words), ...extraFromDom(dom) };
}
