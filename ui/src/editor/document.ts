/**
 * The document as JSON and as ProseMirror's nodes.
 *
 * Reading never fails on content and loses nothing: nodes, marks and attributes that this program
 * does not know, or that stand where they cannot, are kept and written back. Attributes at their
 * default are left out, so the same story always gives the same string.
 * The Rust side is `story/read.rs` and `story/write.rs`; `tests/cases/story` binds both.
 */

import type { Mark, Node } from "prosemirror-model";
import type { NodeJson } from "./elements/unknown/spec";
import { HEADLINES } from "./furniture/spec";
import {
  closedBlock,
  contentOf,
  create,
  isRequired,
  orParagraph,
  readAttrs,
  readBodyBlocks,
  readLine,
  takeFirst,
  typeOf,
} from "./reading";
import { schema } from "./schema";
import type { KnownAttr } from "./spec";
import { isObject, knownOf } from "./spec";

export const SCHEMA_VERSION = 2;

const PARTS = [
  "kicker",
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "headlines",
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
    return Array.isArray(blocks) ? readBodyBlocks({ content: blocks }) : null;
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
    if (name === "headlines") return readHeadlines(part);
    return readLine(schema.nodes[name], part);
  });
  const attrs = { ...readAttrs(schema.nodes.story, json), envelope };
  return schema.nodes.story.create(attrs, [...content, ...unknown]);
}

/** The first schema had no such part: its three lines are then empty. */
function readHeadlines(json: NodeJson): Node {
  let rest = contentOf(json);
  const lines = HEADLINES.map((name) => {
    const [line, others] = takeFirst(rest, name);
    rest = others;
    return readLine(schema.nodes[name], line ?? {});
  });
  return create(schema.nodes.headlines, json, [...lines, ...rest.map(closedBlock)]);
}

/** What is no figure cannot lead the story; it goes to the head of the body. */
function readLead(json: NodeJson | undefined): [Node[], Node[]] {
  const blocks = readBodyBlocks(json ?? {});
  const figure = blocks.find((node) => node.type === schema.nodes.figure);
  return [figure ? [figure] : [], blocks.filter((node) => node !== figure)];
}

function readBody(json: NodeJson, adrift: Node[]): Node {
  const blocks = [...adrift, ...readBodyBlocks(json)];
  return create(schema.nodes.body, json, orParagraph(blocks));
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
    if (isRequired(of.type, name) || !isDefault(attr, of.attrs[name])) attrs[name] = of.attrs[name];
  }
  return Object.keys(attrs).length > 0 ? attrs : null;
}

/** An empty list is the same as any other. */
function isDefault(attr: KnownAttr, value: unknown): boolean {
  const bothEmpty = [attr.default, value].every((one) => Array.isArray(one) && one.length === 0);
  return bothEmpty || value === attr.default;
}
