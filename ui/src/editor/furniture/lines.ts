/**
 * What the furniture shows besides its words: how long a line is against its limit, while that is of
 * use; the people of the byline; and whether the headlines for other places stand open. Costs the
 * same however long the story is.
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { MeasuredPart } from "../../desk/contract";
import { editorWords } from "../../messages/editor";
import { charactersIn } from "../counts";
import { partAt } from "../fields";
import { habitsOf } from "../habits";
import { schema } from "../schema";

/** From this part of the limit on a length is shown. */
const NEAR = 0.9;

interface Lines {
  people: readonly string[];
  /** What a person chose; `null`: as the text says. */
  fold: "open" | "folded" | null;
  set: DecorationSet;
}

type Change = Partial<Pick<Lines, "people" | "fold">>;

const key = new PluginKey<Lines>("furnitureLines");

export function furnitureLines(): Plugin<Lines> {
  return new Plugin<Lines>({
    key,
    state: {
      init: (_, state) => drawn({ people: [], fold: null, set: DecorationSet.empty }, state),
      apply(tr, lines, old, state) {
        const change = tr.getMeta(key) as Change | undefined;
        if (change) return drawn({ ...lines, ...change }, state);
        const same = !tr.selectionSet && sameFurniture(old.doc, state.doc);
        return same && habitsOf(old).limits === habitsOf(state).limits ? lines : drawn(lines, state);
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

/** Shows the people that the byline was found to name. */
export function putPeople(tr: Transaction, people: readonly string[]): Transaction {
  return tr.setMeta(key, { people } satisfies Change).setMeta("addToHistory", false);
}

/** Whether the headlines for other places stand open. */
export function headlinesOpen(state: EditorState): boolean {
  return isOpen(state, key.getState(state)?.fold ?? null);
}

function isOpen(state: EditorState, fold: Lines["fold"]): boolean {
  if (caretPart(state) === "headlines") return true;
  if (fold !== null) return fold === "open";
  return headlinesOf(state.doc).some((line) => line.content.size > 0);
}

/** Folds them or opens them. Opened by a key, the caret goes into the first of them. */
export function foldHeadlines(state: EditorState, caret: boolean): Transaction {
  const open = headlinesOpen(state);
  const tr = state.tr.setMeta(key, { fold: open ? "folded" : "open" } satisfies Change);
  const inside = caretPart(state) === "headlines";
  const part = open ? "dateline" : "headlines";
  // A folded line must not hold the caret.
  if (open ? !inside : !caret) return tr;
  const at = partAt(tr.doc, part);
  const end = open ? at + (tr.doc.nodeAt(at)?.nodeSize ?? 2) - 1 : at + 2;
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView();
}

function drawn(lines: Lines, state: EditorState): Lines {
  const found: Decoration[] = [];
  const { limits } = habitsOf(state);
  const focused = state.selection.$from.parent;
  eachLine(state.doc, (node, at) => {
    const attrs = lengthAttrs(node, limits, node === focused) ?? peopleAttrs(node, lines.people);
    if (attrs) found.push(Decoration.node(at, at + node.nodeSize, attrs));
  });
  if (isOpen(state, lines.fold)) {
    const at = partAt(state.doc, "headlines");
    const size = state.doc.nodeAt(at)?.nodeSize ?? 0;
    found.push(Decoration.node(at, at + size, { class: "open" }, { open: true }));
  }
  return { ...lines, set: DecorationSet.create(state.doc, found) };
}

/** "64 / 70", near the limit, over it, or where the caret is. */
function lengthAttrs(
  node: Node,
  limits: Partial<Record<MeasuredPart, number>>,
  focused: boolean,
): Record<string, string> | null {
  const limit = limits[node.type.name as MeasuredPart];
  if (limit === undefined) return null;
  const length = lengthOf(node);
  if (!(focused && length > 0) && length < limit * NEAR) return null;
  const over = length > limit;
  return { class: over ? "measured over" : "measured", "data-length": editorWords.lengthOf(length, limit) };
}

const lengths = new WeakMap<Node, number>();

/** A line that has not changed is not counted again. */
function lengthOf(node: Node): number {
  const known = lengths.get(node) ?? charactersIn(node.textContent);
  lengths.set(node, known);
  return known;
}

function peopleAttrs(node: Node, people: readonly string[]): Record<string, string> | null {
  if (node.type !== schema.nodes.byline || people.length === 0 || node.content.size === 0) return null;
  return { class: "with-people", "data-people": people.join(" · ") };
}

/** The lines above the body, those for other places too. */
function eachLine(doc: Node, visit: (node: Node, at: number) => void): void {
  doc.forEach((part, at) => {
    if (part.type === schema.nodes.headlines) part.forEach((line, offset) => visit(line, at + 1 + offset));
    else if (part.isTextblock) visit(part, at);
  });
}

function headlinesOf(doc: Node): readonly Node[] {
  const part = doc.nodeAt(partAt(doc, "headlines"));
  return part?.type === schema.nodes.headlines ? part.children : [];
}

function caretPart({ selection: { $from } }: EditorState): string {
  return $from.depth > 0 ? $from.node(1).type.name : "";
}

/** Typing in the body leaves the lines above it where they are, the very same nodes. */
function sameFurniture(old: Node, now: Node): boolean {
  if (old === now) return true;
  for (let index = 0; index < now.childCount; index++) {
    const part = now.child(index);
    if (part.type === schema.nodes.lead) return true;
    if (old.maybeChild(index) !== part) return false;
  }
  return true;
}
