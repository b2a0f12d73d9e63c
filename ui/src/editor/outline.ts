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
  /** Of a figure: its number in reading order; 0: it leads the story. */
  photo: number | null;
}

/**
 * The rows in reading order. Paragraphs count only where nothing else says what follows: the first
 * of the story and those after a crosshead. Walks the blocks of the body and not their words.
 */
export function outlineOf(doc: Node): OutlineRow[] {
  const rows = [...headlineRow(doc), ...leadRow(doc)];
  const body = partAt(doc, "body");
  let photos = rows.some(({ photo }) => photo === 0) ? 1 : 0;
  let says = false;
  doc.nodeAt(body)?.forEach((node, offset) => {
    const isFigure = node.type === schema.nodes.figure;
    photos += isFigure ? 1 : node.type.name === "gallery" ? node.childCount : 0;
    const level = levelOf(node, says);
    if (level !== null) rows.push(row(node, body + 1 + offset, level, isFigure ? photos : null));
    // A picture between a crosshead and its first paragraph says nothing of it.
    says = node.type !== schema.nodes.crosshead && (says || !isFigure);
  });
  return rows;
}

function headlineRow(doc: Node): OutlineRow[] {
  const at = partAt(doc, "headline");
  const headline = doc.nodeAt(at);
  return headline && headline.content.size > 0 ? [row(headline, at, 1, null)] : [];
}

function leadRow(doc: Node): OutlineRow[] {
  const at = partAt(doc, "lead");
  const figure = doc.nodeAt(at)?.firstChild;
  return figure ? [row(figure, at + 1, 1, 0)] : [];
}

/** `null`: the block has no row. `says`: something since the last crosshead says what it is about. */
function levelOf(node: Node, says: boolean): 2 | 3 | null {
  if (node.type === schema.nodes.crosshead) return node.attrs.level === 3 ? 3 : 2;
  if (node.type === schema.nodes.figure || NAMED.has(node.type.name)) return 3;
  return node.type === schema.nodes.paragraph && !says ? 3 : null;
}

function row(node: Node, at: number, level: OutlineRow["level"], photo: number | null): OutlineRow {
  return { at, what: node.type.name, level, words: firstWords(node), photo };
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
