import type { NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

export const LAYOUTS = ["grid", "slideshow"] as const;

export type Layout = (typeof LAYOUTS)[number];

const isLayout = (value: unknown) => LAYOUTS.some((layout) => layout === value);

/**
 * Photos that belong together. Each is a figure like any other, with a caption, an alt text and its
 * photo's credit. Without one it is a place for photos still to come.
 */
export const gallery: NodeSpec = {
  ...attributes({ layout: { default: "grid", fits: isLayout } }),
  group: "block",
  content: "(figure | unknownBlock)*",
  isolating: true,
  parseDOM: [
    {
      tag: "div.gallery",
      getAttrs: (dom) => {
        const { layout } = dom.dataset;
        return { layout: isLayout(layout) ? layout : "grid", ...extraFromDom(dom) };
      },
    },
  ],
  toDOM: (node) => [
    "div",
    { class: "gallery", "data-layout": node.attrs.layout as string, ...extraToDom(node) },
    0,
  ],
};
