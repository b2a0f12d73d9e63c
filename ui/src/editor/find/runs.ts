/** The runs of text that are searched, in reading order, and what each is called. */

import type { Node } from "prosemirror-model";
import type { Field } from "../../desk/contract";
import type { FigureLine } from "../elements/figure/commands";
import { lineOf } from "../elements/figure/commands";
import type { Photos } from "../facts";
import { FIELDS, HEADLINES } from "../furniture/spec";
import { schema } from "../schema";
import type { MatchAt, MatchPlace } from "./types";

/** A run of text that no match reaches out of. */
export interface Run {
  text: string;
  place: MatchPlace;
  at(from: number, to: number): MatchAt;
  /** What its folded text is remembered by; `null`: it is short. */
  block: Node | null;
}

/** What a printed credit is made of. */
const CREDIT: readonly Field[] = ["photographer", "creditLine"];
const ALONE: ReadonlySet<string> = new Set<string>([...FIELDS, ...HEADLINES]);

/** All runs of the story. A photo that stands in it twice has its own words once. */
export function runs(doc: Node, photos: Photos): Run[] {
  const found: Run[] = [];
  const walk: Walk = { photos, figures: 0, counts: new Map(), seen: new Set() };
  doc.descendants((node, at, parent) => {
    if (node.type === schema.nodes.figure) {
      found.push(...figureRuns(node, at, parent, walk));
      return false;
    }
    if (node.isTextblock) found.push(blockRun(node, at, numbered(partOf(node, parent), walk)));
    return !node.isTextblock;
  });
  return found;
}

interface Walk {
  photos: Photos;
  figures: number;
  counts: Map<string, number>;
  seen: Set<string>;
}

/** Caption, credit and alt text, as they stand under the picture. */
function figureRuns(figure: Node, at: number, parent: Node | null, walk: Walk): Run[] {
  walk.figures += 1;
  const photo = parent?.type === schema.nodes.lead ? 0 : walk.figures;
  const line = (name: FigureLine) => {
    const own = lineOf(figure, at, name);
    const place = { part: name, number: null, photo };
    return own ? [blockRun(own.line, own.at, place)] : facts(figure, at, place, [name], walk);
  };
  const credit = facts(figure, at, { part: "credit", number: null, photo }, CREDIT, walk);
  const hidden = figure.attrs.decorative === true;
  return [...line("caption"), ...credit, ...(hidden ? [] : line("altText"))];
}

function facts(
  figure: Node,
  at: number,
  place: MatchPlace,
  fields: readonly Field[],
  { photos, seen }: Walk,
): Run[] {
  const photo = photos.get(figure.attrs.photoId as string);
  if (!photo) return [];
  return fields.flatMap((field) => {
    const text = photo.facts[field]?.value ?? "";
    const name = `${photo.id} ${field}`;
    if (text === "" || seen.has(name)) return [];
    seen.add(name);
    const found = { what: "fact", photoId: photo.id, field, figure: at } as const;
    return [{ text, place, at: (from: number, to: number) => ({ ...found, from, to }), block: null }];
  });
}

function blockRun(block: Node, at: number, place: MatchPlace): Run {
  const start = at + 1;
  return {
    text: block.textBetween(0, block.content.size, null, "\ufffc"),
    place,
    at: (from, to) => ({ what: "text", from: start + from, to: start + to }),
    block,
  };
}

/** A paragraph of a list or a quote goes by the name of what it stands in. */
function partOf(node: Node, parent: Node | null): string {
  const around = parent?.type.name ?? "";
  if (node.type !== schema.nodes.paragraph || around === "body") return node.type.name;
  return around === "tableHeader" ? "tableCell" : around;
}

function numbered(part: string, { counts }: Walk): MatchPlace {
  const number = (counts.get(part) ?? 0) + 1;
  counts.set(part, number);
  return { part, number: ALONE.has(part) ? null : number, photo: null };
}
