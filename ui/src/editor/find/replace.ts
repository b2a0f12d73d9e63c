/** Replaces what was found, text and photos' own words together, as one step of the history. */

import type { Node } from "prosemirror-model";
import { Fragment } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import type { Field } from "../../desk/contract";
import { cleanLine } from "../clean";
import { changeFacts, photosOf } from "../facts";
import { schema } from "../schema";
import { matches } from "./search";
import type { Chosen, MatchAt, Search } from "./types";

type InText = Extract<MatchAt, { what: "text" }>;
type InFact = Extract<MatchAt, { what: "fact" }>;

/** A block with more is written anew at once: step by step it would be copied as often. */
const ONE_BY_ONE = 40;

export interface Replacing {
  tr: Transaction;
  count: number;
}

/** What stands now is searched again, so that nothing is replaced that has changed meanwhile. */
export function replace(state: EditorState, search: Search, by: string, chosen: Chosen): Replacing {
  const tr = closeHistory(state.tr);
  const all = choose(state, search, chosen);
  const text = cleanLine(by);
  replaceInText(tr, all.filter((at) => at.what === "text"), text);
  replaceInFacts(tr, state, all.filter((at) => at.what === "fact"), text);
  return { tr, count: tr.steps.length === 0 ? 0 : all.length };
}

function choose(state: EditorState, search: Search, chosen: Chosen): MatchAt[] {
  const found: MatchAt[] = [];
  for (const { key, at } of matches(state.doc, photosOf(state), search)) {
    if ("only" in chosen && key === chosen.only.key) return [at];
    if ("except" in chosen && !chosen.except.has(key)) found.push(at);
  }
  return found;
}

/** From the end, so that what is still to come stays in its place. */
function replaceInText(tr: Transaction, found: readonly InText[], text: string): void {
  for (const { at, matches: inside } of byBlock(tr.doc, found).reverse()) {
    const block = tr.doc.nodeAt(at);
    if (block && inside.length > ONE_BY_ONE) rewrite(tr, block, at, inside, text);
    else for (const { from, to } of [...inside].reverse()) replaceOne(tr, from, to, text);
  }
}

function replaceOne(tr: Transaction, from: number, to: number, text: string): void {
  if (text === "") tr.delete(from, to);
  else tr.insertText(text, from, to);
}

function rewrite(tr: Transaction, block: Node, at: number, found: readonly InText[], text: string): void {
  const first = (found[0]?.from ?? 0) - at - 1;
  const last = (found.at(-1)?.to ?? 0) - at - 1;
  const parts: Node[] = [];
  let read = first;
  for (const { from, to } of found) {
    const start = from - at - 1;
    parts.push(...block.content.cut(read, start).content);
    const marks = block.nodeAt(start)?.marks;
    if (text !== "") parts.push(schema.text(text, marks));
    read = to - at - 1;
  }
  tr.replaceWith(at + 1 + first, at + 1 + last, Fragment.fromArray(parts));
}

function byBlock(doc: Node, found: readonly InText[]): { at: number; matches: InText[] }[] {
  const blocks: { at: number; end: number; matches: InText[] }[] = [];
  for (const match of found) {
    const last = blocks.at(-1);
    if (last && match.from <= last.end) {
      last.matches.push(match);
      continue;
    }
    const $from = doc.resolve(match.from);
    blocks.push({ at: $from.before(), end: $from.end(), matches: [match] });
  }
  return blocks;
}

function replaceInFacts(tr: Transaction, state: EditorState, found: readonly InFact[], text: string): void {
  const photos = photosOf(state);
  for (const [first, ...others] of byFact(found)) {
    if (!first) continue;
    const { photoId, field } = first;
    let value = photos.get(photoId)?.facts[field]?.value ?? "";
    for (const { from, to } of [first, ...others].reverse()) value = value.slice(0, from) + text + value.slice(to);
    changeFacts(tr, photos, { what: "fact", photoId, field, value });
  }
}

function byFact(found: readonly InFact[]): InFact[][] {
  const facts = new Map<string, InFact[]>();
  const name = (photoId: string, field: Field) => `${photoId} ${field}`;
  for (const match of found) {
    const key = name(match.photoId, match.field);
    facts.set(key, [...(facts.get(key) ?? []), match]);
  }
  return [...facts.values()];
}
