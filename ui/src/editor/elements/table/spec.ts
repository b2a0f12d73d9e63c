/**
 * A table of rows and cells. The roles are prosemirror-tables'; the names are the document's. A
 * column has no width of its own: the reader's page decides.
 */

import type { Attrs, Node, NodeSpec } from "prosemirror-model";
import { attributes, extraFromDom, extraToDom } from "../../spec";

/** As wide as a cell may be in HTML; a stranger's table may ask for more than memory holds. */
const MAX_SPAN = 1000;

const isSpan = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_SPAN;

export const table: NodeSpec = {
  ...attributes(),
  tableRole: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseDOM: [{ tag: "table", getAttrs: extraFromDom }],
  toDOM: (node) => ["table", extraToDom(node), ["tbody", 0]],
};

export const tableRow: NodeSpec = {
  ...attributes(),
  tableRole: "row",
  content: "(tableHeader | tableCell)+",
  selectable: false,
  parseDOM: [{ tag: "tr", getAttrs: extraFromDom }],
  toDOM: (node) => ["tr", extraToDom(node), 0],
};

export const tableCell = cell("td", "cell");
export const tableHeader = cell("th", "header_cell");

function cell(tag: "td" | "th", tableRole: string): NodeSpec {
  const { known, attrs } = attributes({
    colspan: { default: 1, fits: isSpan },
    rowspan: { default: 1, fits: isSpan },
  });
  return {
    known,
    // prosemirror-tables wants to know; it is never set and never written.
    attrs: { ...attrs, colwidth: { default: null } },
    tableRole,
    content: "(paragraph | unknownBlock)+",
    isolating: true,
    selectable: false,
    parseDOM: [{ tag, getAttrs: fromDom }],
    toDOM: (node) => [tag, { ...spans(node), ...extraToDom(node) }, 0],
  };
}

function spans(node: Node): Record<string, string> {
  const { colspan, rowspan } = node.attrs;
  return {
    ...(colspan !== 1 && { colspan: String(colspan) }),
    ...(rowspan !== 1 && { rowspan: String(rowspan) }),
  };
}

function fromDom(dom: HTMLElement): Attrs {
  const span = (name: string) => {
    const value = Number(dom.getAttribute(name));
    return isSpan(value) ? value : 1;
  };
  return { colspan: span("colspan"), rowspan: span("rowspan"), ...extraFromDom(dom) };
}
