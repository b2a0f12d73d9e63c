/**
 * The document as JSON and as ProseMirror's nodes.
 *
 * Reading never fails on content and loses nothing: nodes, marks and attributes that this program
 * does not know, or that stand where they cannot, are kept and written back. Attributes at their
 * default are left out, so the same story always gives the same string.
 * The Rust side is `story/read.rs` and `story/write.rs`; `tests/cases/story` binds both.
 */

import type { Attrs, Mark, MarkType, Node, NodeType } from "prosemirror-model";
import { Fragment } from "prosemirror-model";
import { schema } from "./schema";
import type { NodeJson } from "./elements/unknown/spec";
import type { KnownAttr } from "./spec";
import { isObject, knownOf } from "./spec";

export const SCHEMA_VERSION = 1;

/** Deeper nodes are kept closed: sixty nested lists are 120 levels. */
const MAX_DEPTH = 600;

const PARTS = [
  "kicker",
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "lead",
  "body",
  "signOff",
] as const;

type Part = (typeof PARTS)[number];

export interface ReadDocument {
  doc: Node;
  /** False: the string is no document. Its text then stands in the body, and must not be saved. */
  understood: boolean;
}

/** Reads what the desk stored. */
export function readDocument(json: string): ReadDocument {
  try {
    const { envelope, doc } = unwrap(JSON.parse(json));
    return { doc: readStory(doc, envelope), understood: true };
  } catch {
    // No JSON, or nested deeper than the stack: the words are shown as they are.
    return { doc: plainStory(json), understood: false };
  }
}

/** Writes what the desk stores. */
export function writeDocument(doc: Node): string {
  const envelope = (doc.attrs.envelope as NodeJson | null) ?? {};
  return JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...envelope, doc: writeNode(doc) });
}

/** Blocks of the body from a JSON list of them, as the core hands them over. `null`: it is none. */
export function readBlockList(json: string): Node[] | null {
  try {
    const blocks: unknown = JSON.parse(json);
    return Array.isArray(blocks) ? readBlocks(blocks, BODY_BLOCKS, 2) : null;
  } catch {
    return null;
  }
}

/** A story with nothing in it. */
export function emptyStory(): Node {
  return readStory({}, null);
}

function plainStory(text: string): Node {
  const content = text === "" ? [] : [{ type: "text", text }];
  return readStory({ content: [{ type: "body", content: [{ type: "paragraph", content }] }] }, null);
}

/** A document without an envelope counts as one of the first schema. */
function unwrap(value: unknown): { envelope: NodeJson | null; doc: NodeJson } {
  if (!isObject(value)) throw new SyntaxError("A document is a JSON object");
  if (!("doc" in value) && "type" in value) return { envelope: null, doc: value };
  const { doc, ...envelope } = value;
  return { envelope: notDefault(envelope), doc: isObject(doc) ? doc : {} };
}

/** A newer schema version is kept: this program has not brought the rest of the document down. */
function notDefault(envelope: NodeJson): NodeJson | null {
  const { schemaVersion, ...rest } = envelope;
  const newer = typeof schemaVersion === "number" && schemaVersion > SCHEMA_VERSION;
  const kept = newer ? { schemaVersion, ...rest } : rest;
  return Object.keys(kept).length > 0 ? kept : null;
}

function readStory(json: NodeJson, envelope: NodeJson | null): Node {
  const parts = new Map<Part, NodeJson>();
  const unknown: Node[] = [];
  for (const child of contentOf(json)) {
    const name = PARTS.find((part) => part === typeOf(child));
    if (name && isObject(child) && !parts.has(name)) parts.set(name, child);
    else unknown.push(closedBlock(child));
  }
  const [leadFigure, adrift] = readLead(parts.get("lead"));
  const content = PARTS.map((name) => {
    const part = parts.get(name) ?? {};
    if (name === "lead") return create(schema.nodes.lead, part, leadFigure);
    if (name === "body") return readBody(part, adrift);
    return readLine(schema.nodes[name], part);
  });
  const attrs = { ...readAttrs(schema.nodes.story, json), envelope };
  return schema.nodes.story.create(attrs, [...content, ...unknown]);
}

/** What is no figure cannot lead the story; it goes to the head of the body. */
function readLead(json: NodeJson | undefined): [Node[], Node[]] {
  const blocks = readBlocks(contentOf(json ?? {}), BODY_BLOCKS, 2);
  const figure = blocks.find((node) => node.type === schema.nodes.figure);
  return [figure ? [figure] : [], blocks.filter((node) => node !== figure)];
}

function readBody(json: NodeJson, adrift: Node[]): Node {
  const blocks = [...adrift, ...readBlocks(contentOf(json), BODY_BLOCKS, 2)];
  return create(schema.nodes.body, json, orParagraph(blocks));
}

function orParagraph(blocks: Node[]): Node[] {
  return blocks.length > 0 ? blocks : [schema.nodes.paragraph.create()];
}

type BlockName =
  "paragraph" | "crosshead" | "list" | "quote" | "pullQuote" | "figure" | "divider" | "listItem";

const BODY_BLOCKS: readonly BlockName[] = [
  "paragraph",
  "crosshead",
  "list",
  "quote",
  "pullQuote",
  "figure",
  "divider",
];

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
  switch (name) {
    case "paragraph":
    case "crosshead":
      return readLine(type, json);
    case "list":
      return create(type, json, readItems(contentOf(json), depth));
    case "listItem": {
      const blocks = readBlocks(contentOf(json), ["paragraph", "list"], depth);
      return create(type, json, orParagraph(blocks));
    }
    case "quote":
    case "pullQuote":
      return readQuote(type, json, depth);
    case "figure":
      return readFigure(json);
    case "divider":
      return create(type, json, []);
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
  const content = contentOf(json);
  const saidBy = content.find((child) => typeOf(child) === "attribution");
  const said = content.filter((child) => child !== saidBy);
  const blocks = orParagraph(readBlocks(said, ["paragraph"], depth));
  if (isObject(saidBy)) blocks.push(readLine(schema.nodes.attribution, saidBy));
  return create(type, json, blocks);
}

function readFigure(json: NodeJson): Node {
  const content = contentOf(json);
  const lines: Node[] = [];
  const rest = new Set(content);
  for (const name of ["caption", "altText"] as const) {
    const line = content.find((child) => typeOf(child) === name);
    if (!isObject(line)) continue;
    lines.push(readLine(schema.nodes[name], line));
    rest.delete(line);
  }
  return create(schema.nodes.figure, json, [...lines, ...[...rest].map(closedBlock)]);
}

function readLine(type: NodeType, json: NodeJson): Node {
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

function readMark(json: unknown): Mark {
  if (isObject(json)) {
    const { strong, em, link } = schema.marks;
    if (json.type === "strong") return strong.create(readAttrs(strong, json));
    if (json.type === "em") return em.create(readAttrs(em, json));
    const hasAddress = isObject(json.attrs) && typeof json.attrs.href === "string";
    if (json.type === "link" && hasAddress) return link.create(readAttrs(link, json));
  }
  return schema.marks.unknownMark.create({ json });
}

function create(type: NodeType, json: NodeJson, content: Node[]): Node {
  return type.create(readAttrs(type, json), Fragment.fromArray(content));
}

function closedBlock(json: unknown): Node {
  return schema.nodes.unknownBlock.create({ json });
}

/** Known attributes whose value fits, and all others as they came. */
function readAttrs(type: NodeType | MarkType, json: NodeJson): Attrs {
  const known = knownOf(type);
  const attrs: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(isObject(json.attrs) ? json.attrs : {})) {
    const fits = Object.hasOwn(known, name) && known[name]?.fits(value);
    (fits ? attrs : extra)[name] = value;
  }
  return { ...attrs, extra: Object.keys(extra).length > 0 ? extra : null };
}

function contentOf(json: NodeJson): unknown[] {
  return Array.isArray(json.content) ? json.content : [];
}

function typeOf(json: unknown): unknown {
  return isObject(json) ? json.type : undefined;
}

function writeNode(node: Node): unknown {
  if (node.type === schema.nodes.unknownBlock || node.type === schema.nodes.unknownInline) {
    return node.attrs.json;
  }
  const json: NodeJson = { type: node.type.name };
  const attrs = writeAttrs(node);
  if (attrs) json.attrs = attrs;
  if (node.isText) json.text = node.text;
  if (node.childCount > 0) json.content = node.children.map(writeNode);
  if (node.marks.length > 0) json.marks = node.marks.map(writeMark);
  return json;
}

function writeMark(mark: Mark): unknown {
  if (mark.type === schema.marks.unknownMark) return mark.attrs.json;
  const attrs = writeAttrs(mark);
  return attrs ? { type: mark.type.name, attrs } : { type: mark.type.name };
}

function writeAttrs(of: Node | Mark): NodeJson | null {
  const attrs: NodeJson = { ...(of.attrs.extra as NodeJson | null) };
  for (const [name, attr] of Object.entries(knownOf(of.type))) {
    const required = of.type === schema.marks.link && name === "href";
    if (required || !isDefault(attr, of.attrs[name])) attrs[name] = of.attrs[name];
  }
  return Object.keys(attrs).length > 0 ? attrs : null;
}

/** An empty list is the same as any other. */
function isDefault(attr: KnownAttr, value: unknown): boolean {
  const bothEmpty = [attr.default, value].every((one) => Array.isArray(one) && one.length === 0);
  return bothEmpty || value === attr.default;
}
