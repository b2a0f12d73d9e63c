/** Finds words in everything that a story prints: its text, and the photos' own words in its figures. */

import type { Node } from "prosemirror-model";
import type { Photos } from "../facts";
import type { Folded, Folding } from "./fold";
import { fold } from "./fold";
import type { Run } from "./runs";
import { runs } from "./runs";
import type { Found, Match, Search } from "./types";

/** So many are listed and marked. */
export const MOST = 500;
export const NOTHING_FOUND: Found = { matches: [], more: false };
/** Of the words around a match, in characters. */
const AROUND = 36;

/** All matches in reading order, each made when it is asked for. */
export function* matches(doc: Node, photos: Photos, search: Search): Generator<Match> {
  const folding = foldingOf(doc, search);
  const wanted = fold(search.text, folding).text;
  if (wanted === "") return;
  const keys = new Map<string, number>();
  for (const run of runs(doc, photos)) {
    for (const { from, to } of within(run, wanted, search, folding)) yield matchOf(run, from, to, keys);
  }
}

export function findIn(doc: Node, photos: Photos, search: Search): Found {
  const found: Match[] = [];
  for (const match of matches(doc, photos, search)) {
    if (found.length === MOST) return { matches: found, more: true };
    found.push(match);
  }
  return { matches: found, more: false };
}

function foldingOf(doc: Node, { text, matchCase, accents }: Search): Folding {
  const language = doc.attrs.language as string;
  return { matchCase, accents, quotes: !/[‘’‚‛“”„‟]/.test(text), language };
}

function matchOf(run: Run, from: number, to: number, keys: Map<string, number>): Match {
  const before = shown(beginning(run.text, from));
  const after = shown(run.text.slice(to, to + AROUND));
  const hit = shown(run.text.slice(from, to));
  const same = [run.place.part, run.place.number, run.place.photo, before, hit, after].join("\u0000");
  const count = (keys.get(same) ?? 0) + 1;
  keys.set(same, count);
  return { key: `${same}\u0000${count}`, place: run.place, before, hit, after, at: run.at(from, to) };
}

/** The words before a match, from the head of one. */
function beginning(text: string, at: number): string {
  const start = at - AROUND;
  if (start <= 0) return text.slice(0, at);
  const head = text.slice(start, at);
  return `…${/^[^ ]{0,16} (?=.)/.test(head) ? head.slice(head.indexOf(" ") + 1) : head}`;
}

function shown(text: string): string {
  return text.replace(/[\ufffc\n\r\t]/g, " ").replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}

function* within(
  run: Run,
  wanted: string,
  search: Search,
  folding: Folding,
): Generator<{ from: number; to: number }> {
  const { text, places } = folded(run, folding);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const from = places ? (places[at] ?? at) : at;
    const to = places ? endOf(places, at, at + wanted.length) : at + wanted.length;
    if (search.wholeWord && !isWhole(run.text, from, to)) continue;
    yield { from, to };
    at += wanted.length - 1;
  }
}

/** A letter that folds into two ends where the next begins. */
function endOf(places: readonly number[], from: number, to: number): number {
  let end = to;
  while (end < places.length - 1 && places[end] === places[end - 1]) end++;
  return places[end] ?? places[from] ?? to;
}

/** One search follows the other while somebody types; a long paragraph is folded once. */
const known = new WeakMap<Node, Map<string, Folded>>();

function folded(run: Run, folding: Folding): Folded {
  if (!run.block) return fold(run.text, folding);
  const one = known.get(run.block) ?? new Map<string, Folded>();
  known.set(run.block, one);
  const key = JSON.stringify(folding);
  const found = one.get(key) ?? fold(run.text, folding);
  one.set(key, found);
  return found;
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Written without spaces: no sign tells where a word ends. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isWhole(text: string, from: number, to: number): boolean {
  return parts(before(text, from), after(text, from)) && parts(before(text, to), after(text, to));
}

function parts(left: string, right: string): boolean {
  const inWord = WORD.test(left) && WORD.test(right);
  return !inWord || UNSPACED.test(left) || UNSPACED.test(right);
}

function before(text: string, at: number): string {
  return /[\udc00-\udfff]$/.test(text.slice(at - 1, at)) ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
}

function after(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 32);
}
