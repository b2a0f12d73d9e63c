/**
 * Pasting what has a form: HTML goes to the core's importer and comes back as blocks.
 *
 * The answer takes a moment. Until it is there the place of the paste moves with the typing; nothing
 * typed meanwhile is lost, and the paste is one step of the history. What cannot be read, or takes too
 * long, is pasted as plain text, and the person is told.
 * Not here: what goes into a line of furniture, and what this editor copied itself. That is `paste.ts`.
 */

import { closeHistory, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { Fragment, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { NodeSelection, Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { isInTable } from "prosemirror-tables";
import type { EditorView } from "prosemirror-view";
import type { PastedParts } from "../desk/contract";
import { clean } from "./clean";
import { readBlockList } from "./document";
import { isLine } from "./fields";
import { fromOutside } from "./outside";
import { pasteAddress } from "./pasteAddress";
import { schema } from "./schema";
import type { EditorOptions } from "./types";

/** Whoever waits longer thinks that nothing came. */
const PATIENCE_MS = 10_000;

/** Depth of a block of the body. */
const BLOCK = 2;

interface Place {
  id: symbol;
  from: number;
  to: number;
}

/** What was pasted last, where it stands now, and what stood there before. */
interface Last {
  from: number;
  to: number;
  before: Slice;
  doc: Node;
}

interface Pastes {
  waiting: readonly Place[];
  last: Last | null;
}

type Told = { begins: Place } | { ends: symbol; last: Last | null };

const key = new PluginKey<Pastes>("pasting");

export function pasting(options: EditorOptions): Plugin<Pastes> {
  let shift = false;
  return new Plugin<Pastes>({
    key,
    state: {
      init: () => ({ waiting: [], last: null }),
      apply: (tr, pastes) => told(follow(pastes, tr), tr.getMeta(key) as Told | undefined),
    },
    props: {
      ...fromOutside(),
      handleDOMEvents: {
        keydown: (_, event) => void (shift = event.shiftKey),
        keyup: (_, event) => void (shift = event.shiftKey),
        paste: (view, event) => take(view, event, shift, options),
      },
    },
  });
}

function follow({ waiting, last }: Pastes, tr: Transaction): Pastes {
  if (!tr.docChanged || (waiting.length === 0 && !last)) return { waiting, last };
  const { mapping } = tr;
  // What is typed at the place stands behind what is pasted there.
  const moved = waiting.map(({ id, from, to }) => {
    const start = mapping.map(from, -1);
    return { id, from: start, to: Math.max(start, mapping.map(to, -1)) };
  });
  const now = last && { ...last, from: mapping.map(last.from, 1), to: mapping.map(last.to, -1) };
  return { waiting: moved, last: now && now.from <= now.to ? now : null };
}

function told({ waiting, last }: Pastes, what: Told | undefined): Pastes {
  if (!what) return { waiting, last };
  if ("begins" in what) return { waiting: [...waiting, what.begins], last };
  return { waiting: waiting.filter(({ id }) => id !== what.ends), last: what.last };
}

/** Answers true when the paste is ours. */
function take(view: EditorView, event: ClipboardEvent, plainly: boolean, options: EditorOptions): boolean {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (!view.editable || plainly || html === "" || html.includes("data-pm-slice")) return false;
  const { $from } = view.state.selection;
  if (isLine($from.parent) || $from.depth === 0) return false;
  // An address alone, and cells that go into cells, are pasted at once: `paste.ts`.
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  if (pasteAddress(view.state, plain) || (isInTable(view.state) && /<t[dh]\b/i.test(html))) return false;
  event.preventDefault();
  void paste(view, html, plain, options);
  return true;
}

async function paste(view: EditorView, html: string, plain: string, options: EditorOptions): Promise<void> {
  const { from, to } = view.state.selection;
  const place: Place = { id: Symbol("paste"), from, to };
  view.dispatch(view.state.tr.setMeta(key, { begins: place } satisfies Told));
  const parts = await within(PATIENCE_MS, () => options.readHtml(html, plain));
  if (view.isDestroyed) return;
  const blocks = parts ? readBlockList(parts.blocks) : null;
  const read = blocks ?? plainBlocks(plain);
  if (!putIn(view, place.id, read)) return;
  tell(view, plain, blocks ? parts : null, options);
}

/** The answer, or `null` when there is none in time. */
async function within(ms: number, ask: () => Promise<PastedParts>): Promise<PastedParts | null> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<null>((done) => (late = setTimeout(() => done(null), ms)));
  try {
    return await Promise.race([ask(), waited]);
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

/** Puts blocks where the paste began. False: that story is no longer open. */
function putIn(view: EditorView, id: symbol, blocks: Node[]): boolean {
  const { state } = view;
  const place = key.getState(state)?.waiting.find((one) => one.id === id);
  if (!place) return false;
  const tr = replaced(state, place, blocks);
  const waited = state.selection.from === place.from && state.selection.to === place.to;
  if (waited) tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(place.to, 1)), -1));
  const last: Last = {
    from: tr.mapping.map(place.from, -1),
    to: tr.mapping.map(place.to, 1),
    before: state.doc.slice(place.from, place.to),
    doc: tr.doc,
  };
  tr.setMeta(key, { ends: id, last } satisfies Told).setMeta("paste", true).setMeta("uiEvent", "paste");
  view.dispatch(closeHistory(waited ? tr.scrollIntoView() : tr));
  // What is typed next is a step of its own.
  view.dispatch(closeHistory(view.state.tr));
  return true;
}

/** No word may fall out where a block cannot stand; then all of them go behind the block there. */
function replaced(state: EditorState, { from, to }: Place, blocks: Node[]): Transaction {
  const words = (doc: Node) => doc.textContent.length;
  const gone = state.doc.textBetween(from, to).length;
  const came = blocks.reduce((sum, block) => sum + words(block), 0);
  const tr = fitted(state.tr, from, to, blocks);
  return words(tr.doc) >= words(state.doc) - gone + came ? tr : behind(state.tr, from, to, blocks);
}

function fitted(tr: Transaction, from: number, to: number, blocks: Node[]): Transaction {
  const $from = tr.doc.resolve(from);
  const { paragraph } = schema.nodes;
  const onlyText = blocks.every((block) => block.type === paragraph);
  const inPlainText = $from.depth === BLOCK && $from.parent.type === paragraph;
  if (tr.selection instanceof NodeSelection || !(onlyText || inPlainText)) {
    return behind(tr, from, to, blocks);
  }
  const open = (block: Node | undefined) => (block?.type === paragraph ? 1 : 0);
  const slice = new Slice(Fragment.from(blocks), open(blocks[0]), open(blocks.at(-1)));
  return tr.replaceRange(from, to, slice);
}

function behind(tr: Transaction, from: number, to: number, blocks: Node[]): Transaction {
  const node = tr.selection instanceof NodeSelection && tr.selection.from === from;
  if (!node && from < to) tr.deleteRange(from, to);
  const $at = tr.doc.resolve(node ? to : tr.mapping.map(from));
  const at = $at.depth >= BLOCK ? $at.after(BLOCK) : $at.pos;
  return tr.insert(at, blocks);
}

function plainBlocks(text: string): Node[] {
  const lines = clean(text).split(/(?:\r\n?|\n)+/);
  const kept = lines.filter((line, at) => line !== "" || lines.length === 1 || at === 0);
  return kept.map((line) => schema.nodes.paragraph.create(null, line === "" ? null : schema.text(line)));
}

function tell(view: EditorView, plain: string, parts: PastedParts | null, options: EditorOptions): void {
  const { doc } = view.state;
  options.onPasted({
    receipt: parts?.receipt ?? "",
    leftOut: parts?.leftOut ?? [],
    plainOnly: parts === null,
    undo: () => takeBack(view, doc),
    plain: plain === "" || parts === null ? null : () => plainInstead(view, doc, plain),
  });
}

/** Takes the paste back, also when there was typing after it; that typing stays. */
function takeBack(view: EditorView, doc: Node): void {
  if (view.isDestroyed || !view.editable) return;
  if (view.state.doc === doc) undo(view.state, view.dispatch);
  else replaceLast(view, (last) => last.before);
  view.focus();
}

function plainInstead(view: EditorView, doc: Node, plain: string): void {
  if (view.isDestroyed || !view.editable) return;
  const blocks = plainBlocks(plain);
  const slice = new Slice(Fragment.from(blocks), 1, 1);
  if (view.state.doc === doc) {
    undo(view.state, view.dispatch);
    const { tr } = view.state;
    view.dispatch(closeHistory(tr.replaceSelection(slice).scrollIntoView()));
  } else {
    replaceLast(view, () => slice);
  }
  view.focus();
}

function replaceLast(view: EditorView, by: (last: Last) => Slice): void {
  const last = key.getState(view.state)?.last;
  if (!last) return;
  const tr = view.state.tr.replaceRange(last.from, last.to, by(last));
  view.dispatch(closeHistory(tr.setMeta(key, { ends: Symbol("none"), last: null } satisfies Told)));
}
