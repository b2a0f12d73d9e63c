/**
 * Blocks, lines and marks from their JSON. What cannot stand where it came is kept as a closed unit
 * of the same size as any other leaf, so that positions are the core's.
 */

import type { Attrs, Mark, MarkType, Node, NodeType } from "prosemirror-model";
import { Fragment } from "prosemirror-model";
import type { NodeJson } from "./elements/unknown/spec";
import { schema } from "./schema";
import { isObject, knownOf } from "./spec";

/** Deeper nodes are kept closed: sixty nested lists are 120 levels. */
const MAX_DEPTH = 600;

const BODY_BLOCKS = [
  "paragraph",
  "crosshead",
  "list",
  "quote",
  "pullQuote",
  "factBox",
  "table",
  "gallery",
  "figure",
  "embed",
  "correction",
  "divider",
] as const;

type BlockName = (typeof BODY_BLOCKS)[number] | "listItem" | "tableRow" | "tableHeader" | "tableCell";

/** The blocks of a lead or a body. */
export function readBodyBlocks(json: NodeJson): Node[] {
  return readBlocks(contentOf(json), BODY_BLOCKS, 2);
}

/** A place for text is never without a line to write on. */
export function orParagraph(blocks: Node[]): Node[] {
  return blocks.length > 0 ? blocks : [schema.nodes.paragraph.create()];
}

/** Reads the blocks that may stand here and keeps the others closed. */
function readBlocks(content: unknown[], allowed: readonly BlockName[], depth: number): Node[] {
  return content.map((child) => {
    const name = allowed.find((block) => block === typeOf(child));
    if (!name || !isObject(child) || depth > MAX_DEPTH) return closedBlock(child);
    return readBlock(name, child, depth + 1);
  });
}

function readBlock(name: BlockName, json: NodeJson, depth: number): Node {
  const type = schema.nodes[name];
  const blocks = (...allowed: BlockName[]) => readBlocks(contentOf(json), allowed, depth);
  switch (name) {
    case "paragraph":
    case "crosshead":
      return readLine(type, json);
    case "list":
      return create(type, json, readItems(contentOf(json), depth));
    case "listItem":
      return create(type, json, orParagraph(blocks("paragraph", "list")));
    case "quote":
    case "pullQuote":
      return readQuote(type, json, depth);
    case "factBox":
      return readFactBox(json, depth);
    case "table":
      return isRegular(json) ? create(type, json, blocks("tableRow")) : closedBlock(json);
    case "tableRow":
      return create(type, json, blocks("tableHeader", "tableCell"));
    case "tableHeader":
    case "tableCell":
    case "correction":
      return create(type, json, orParagraph(blocks("paragraph")));
    case "gallery":
      return create(type, json, blocks("figure"));
    case "figure":
      return readFigure(json);
    case "embed":
    case "divider":
      return contentOf(json).length === 0 ? create(type, json, []) : closedBlock(json);
  }
}

/** What stands in a list without being an item becomes one. */
function readItems(content: unknown[], depth: number): Node[] {
  const items = content.map((child) => {
    const isItem = typeOf(child) === "listItem" && isObject(child);
    return isItem ? child : { type: "listItem", content: [child] };
  });
  const read = readBlocks(items, ["listItem"], depth);
  const item = schema.nodes.listItem;
  // Beyond the depth that is read, a closed unit needs an item around it.
  const wrapped = read.map((node) => (node.type === item ? node : item.create(null, node)));
  return wrapped.length > 0 ? wrapped : [item.create(null, schema.nodes.paragraph.create())];
}

function readQuote(type: NodeType, json: NodeJson, depth: number): Node {
  const [saidBy, said] = takeFirst(contentOf(json), "attribution");
  const blocks = orParagraph(readBlocks(said, ["paragraph"], depth));
  if (saidBy) blocks.push(readLine(schema.nodes.attribution, saidBy));
  return create(type, json, blocks);
}

function readFactBox(json: NodeJson, depth: number): Node {
  const [title, rest] = takeFirst(contentOf(json), "boxTitle");
  const line = readLine(schema.nodes.boxTitle, title ?? {});
  const blocks = orParagraph(readBlocks(rest, ["paragraph", "list", "crosshead"], depth));
  return create(schema.nodes.factBox, json, [line, ...blocks]);
}

/** Rows of cells and nothing else: anything more cannot be shown as a table, and is kept closed. */
function isRegular(json: NodeJson): boolean {
  const rows = contentOf(json);
  return rows.length > 0 && rows.every((row) => isRow(row));
}

function isRow(row: unknown): boolean {
  if (!isObject(row) || row.type !== "tableRow") return false;
  const cells = contentOf(row);
  const isCell = (cell: unknown) => typeOf(cell) === "tableHeader" || typeOf(cell) === "tableCell";
  return cells.length > 0 && cells.every(isCell);
}

function readFigure(json: NodeJson): Node {
  const [caption, others] = takeFirst(contentOf(json), "caption");
  const [altText, rest] = takeFirst(others, "altText");
  const lines = [
    ...(caption ? [readLine(schema.nodes.caption, caption)] : []),
    ...(altText ? [readLine(schema.nodes.altText, altText)] : []),
  ];
  return create(schema.nodes.figure, json, [...lines, ...rest.map(closedBlock)]);
}

/** The first child of this type, and the others in their order. */
export function takeFirst(content: unknown[], name: string): [NodeJson | null, unknown[]] {
  const index = content.findIndex((child) => typeOf(child) === name);
  const child = content[index];
  return isObject(child) ? [child, content.toSpliced(index, 1)] : [null, content];
}

export function readLine(type: NodeType, json: NodeJson): Node {
  return create(type, json, contentOf(json).flatMap(readInline));
}

function readInline(json: unknown): Node[] {
  if (isObject(json)) {
    if (json.type === "text" && typeof json.text === "string") {
      return json.text === "" ? [] : [schema.text(json.text, readMarks(json.marks))];
    }
    if (json.type === "hardBreak") {
      const { hardBreak } = schema.nodes;
      return [hardBreak.create(readAttrs(hardBreak, json), null, readMarks(json.marks))];
    }
  }
  return [schema.nodes.unknownInline.create({ json })];
}

function readMarks(marks: unknown): Mark[] {
  if (!Array.isArray(marks)) return [];
  return marks.reduce<readonly Mark[]>((set, mark) => readMark(mark).addToSet(set), []).slice();
}

/** What a mark is nothing without. */
const REQUIRED = { strong: null, em: null, link: "href", foreign: "language", note: "noteId" } as const;

function readMark(json: unknown): Mark {
  if (isObject(json) && isKnownMark(json.type)) {
    const required = REQUIRED[json.type];
    const value = required && isObject(json.attrs) ? json.attrs[required] : undefined;
    const type = schema.marks[json.type];
    if (required === null || typeof value === "string") return type.create(readAttrs(type, json));
  }
  return schema.marks.unknownMark.create({ json });
}

function isKnownMark(name: unknown): name is keyof typeof REQUIRED {
  return typeof name === "string" && Object.hasOwn(REQUIRED, name);
}

/** Whether an attribute is written even where it is empty. */
export function isRequired(type: NodeType | MarkType, name: string): boolean {
  return isKnownMark(type.name) && REQUIRED[type.name] === name;
}

export function create(type: NodeType, json: NodeJson, content: Node[]): Node {
  return type.create(readAttrs(type, json), Fragment.fromArray(content));
}

export function closedBlock(json: unknown): Node {
  return schema.nodes.unknownBlock.create({ json });
}

/** Known attributes whose value fits, and all others as they came. */
export function readAttrs(type: NodeType | MarkType, json: NodeJson): Attrs {
  const known = knownOf(type);
  const attrs: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(isObject(json.attrs) ? json.attrs : {})) {
    const fits = Object.hasOwn(known, name) && known[name]?.fits(value);
    (fits ? attrs : extra)[name] = value;
  }
  return { ...attrs, extra: Object.keys(extra).length > 0 ? extra : null };
}

export function contentOf(json: NodeJson): unknown[] {
  return Array.isArray(json.content) ? json.content : [];
}

export function typeOf(json: unknown): unknown {
  return isObject(json) ? json.type : undefined;
}
