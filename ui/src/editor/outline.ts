/** The outline of a story: crossheads, fact boxes, photos, and the first words of the rest. */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { NodeSelection, Selection } from "prosemirror-state";
import { figureAround, lineOf } from "./elements/figure/commands";
import { partAt } from "./fields";
import { schema } from "./schema";

/** First words of a paragraph, in characters. */
const SHORT = 60;
/** Quotes and lists and the like stand under their own name. */
const NAMED = new Set(["factBox", "table", "gallery", "embed", "correction", "quote", "pullQuote", "list"]);

export interface OutlineRow {
  /** The position of the block; where `goToOutline` goes. */
  at: number;
  /** The block's name in the schema: "crosshead", "figure", "paragraph". */
  what: string;
  /** 1 for the headline and what stands under no crosshead, 2 and 3 as crossheads go. */
  level: 1 | 2 | 3;
  /** Its first words; empty where it has none. */
  words: string;
  /** Of a figure: its number in reading order. */
  photo: number | null;
}

/**
 * The rows in reading order. Paragraphs count only where nothing else says what follows: the first
 * of the story and those after a crosshead. Walks the blocks of the body and not their words.
 */
export function outlineOf(doc: Node): OutlineRow[] {
  const rows: OutlineRow[] = [];
  let photos = 0;
  let first = true;
  const add = (node: Node, at: number, level: 1 | 2 | 3) => {
    if (node.type === schema.nodes.figure) photos += 1;
    const photo = node.type === schema.nodes.figure ? photos : null;
    rows.push({ at, what: node.type.name, level, words: firstWords(node), photo });
  };
  const headline = partAt(doc, "headline");
  const title = doc.nodeAt(headline);
  if (title && title.content.size > 0) add(title, headline, 1);
  doc.nodeAt(partAt(doc, "lead"))?.forEach((node, offset) => add(node, partAt(doc, "lead") + 1 + offset, 1));
  const body = partAt(doc, "body");
  doc.nodeAt(body)?.forEach((node, offset) => {
    const at = body + 1 + offset;
    if (node.type === schema.nodes.crosshead) add(node, at, node.attrs.level === 3 ? 3 : 2);
    else if (node.type === schema.nodes.figure || NAMED.has(node.type.name)) add(node, at, 3);
    else if (first && node.type === schema.nodes.paragraph) add(node, at, 3);
    first = node.type === schema.nodes.crosshead || (first && node.type === schema.nodes.figure);
  });
  return rows;
}

/** The row that the selection is in or after: the last one that begins before it. */
export function outlineAt(rows: readonly OutlineRow[], state: EditorState): number {
  const at = figureAround(state.selection) ?? state.selection.from;
  return rows.findLastIndex((row) => row.at <= at);
}

/** Goes to a row, and to the nearest place when the text has moved since. */
export function goToOutline(state: EditorState, row: OutlineRow): Transaction {
  const at = Math.min(row.at, state.doc.content.size);
  const node = state.doc.nodeAt(at);
  const selection =
    node?.type === schema.nodes.figure
      ? NodeSelection.create(state.doc, at)
      : Selection.near(state.doc.resolve(Math.min(at + 1, state.doc.content.size)), 1);
  return state.tr.setSelection(selection).scrollIntoView();
}

function firstWords(node: Node): string {
  const own = node.type === schema.nodes.figure ? lineOf(node, 0, "caption")?.line : node;
  if (!own) return "";
  const text = own.textBetween(0, Math.min(own.content.size, SHORT * 4), " ", " ").replace(/\s+/g, " ").trim();
  if (text.length <= SHORT) return text;
  const cut = text.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), SHORT / 2))}…`;
}
