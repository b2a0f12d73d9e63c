/**
 * Findings under the words they are about. They move with the text until the next check, and so do
 * the edits of their fixes.
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { NodeSelection, Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import type { Mapping } from "prosemirror-transform";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Edit, Finding, Fix, Place } from "../desk/contract";
import { cleanLine } from "./clean";
import { schema } from "./schema";

/** A finding and where it now is. */
interface Found {
  finding: Finding;
  from: number | null;
  to: number | null;
  /** `null`: the words it would change have been changed since. */
  edits: Edit[] | null;
}

interface Findings {
  found: Found[];
  marks: DecorationSet;
}

interface Put {
  findings: Finding[];
  /** From the document that was checked to the present one. */
  since: Mapping;
}

const key = new PluginKey<Findings>("findings");

export function findingsPlugin(): Plugin<Findings> {
  return new Plugin<Findings>({
    key,
    state: {
      init: () => ({ found: [], marks: DecorationSet.empty }),
      apply(tr, value) {
        const put = tr.getMeta(key) as Put | undefined;
        if (put) return show(put.findings.map((finding) => moved(asFound(finding), put.since)), tr.doc);
        if (!tr.docChanged) return value;
        return {
          found: value.found.map((found) => moved(found, tr.mapping)),
          marks: value.marks.map(tr.mapping, tr.doc),
        };
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

export function putFindings(tr: Transaction, findings: Finding[], since: Mapping): Transaction {
  return tr.setMeta(key, { findings, since } satisfies Put).setMeta("addToHistory", false);
}

/** The key of the finding under a click. */
export function clickedFinding(event: MouseEvent): string | null {
  const target = event.target instanceof Element ? event.target.closest("[data-finding]") : null;
  return target?.getAttribute("data-finding") ?? null;
}

/** Makes the edits of a fix, as one entry of the history. `null`: they no longer fit. */
export function mend(state: EditorState, fix: Fix): Transaction | null {
  const found = key.getState(state)?.found.find(({ finding }) => same(finding.fix, fix));
  const edits = found ? found.edits : fix.edits;
  if (!edits || edits.length === 0 || !edits.every((edit) => fits(state.doc, edit))) return null;
  const tr = closeHistory(state.tr);
  for (const { from, to, text } of edits) tr.insertText(cleanLine(text), from, to);
  return tr.scrollIntoView();
}

/** Selects the words or the figure that a place names. */
export function goTo(state: EditorState, place: Place): Transaction | null {
  const found = key.getState(state)?.found.find(({ finding }) => same(finding.place, place));
  const from = found ? found.from : place.from;
  const to = found ? found.to : place.to;
  if (from !== null && from <= state.doc.content.size) {
    return select(state, from, Math.min(to ?? from, state.doc.content.size));
  }
  const at = place.photoId === null ? null : figureOf(state.doc, place.photoId);
  return at === null ? null : select(state, at, at);
}

function select(state: EditorState, from: number, to: number): Transaction {
  const node = state.doc.nodeAt(from);
  const $from = state.doc.resolve(from);
  const selection =
    node && !node.isInline && NodeSelection.isSelectable(node) && !$from.parent.isTextblock
      ? NodeSelection.create(state.doc, from)
      : TextSelection.between($from, state.doc.resolve(to));
  return state.tr.setSelection(selection).scrollIntoView();
}

function figureOf(doc: Node, photoId: string): number | null {
  let at: number | null = null;
  doc.descendants((node, position) => {
    if (at === null && node.type === schema.nodes.figure && node.attrs.photoId === photoId) at = position;
    return at === null && !node.isTextblock;
  });
  return at;
}

function asFound(finding: Finding): Found {
  const { place, fix } = finding;
  return { finding, from: place.from, to: place.to, edits: fix?.edits ?? null };
}

function moved(found: Found, mapping: Mapping): Found {
  const { from, to, edits } = found;
  return {
    ...found,
    from: from === null ? null : mapping.map(from, 1),
    to: to === null ? null : mapping.map(to, -1),
    edits: edits && movedEdits(edits, mapping),
  };
}

/** A change inside the words to be mended makes the fix void. */
function movedEdits(edits: Edit[], mapping: Mapping): Edit[] | null {
  const next = edits.map(({ from, to, text }) => {
    const start = from === to ? mapping.map(from, -1) : mapping.map(from, 1);
    const end = mapping.map(to, -1);
    return { from: start, to: end, text };
  });
  const whole = next.every((edit, i) => {
    const old = edits[i];
    return old !== undefined && edit.to - edit.from === old.to - old.from;
  });
  return whole ? next : null;
}

function fits(doc: Node, { from, to }: Edit): boolean {
  if (from < 0 || to < from || to > doc.content.size) return false;
  const $from = doc.resolve(from);
  return $from.parent.isTextblock && $from.sameParent(doc.resolve(to));
}

function show(found: Found[], doc: Node): Findings {
  const marks = found.flatMap((one) => decoration(one, doc) ?? []);
  return { found, marks: DecorationSet.create(doc, marks) };
}

function decoration({ finding, from, to }: Found, doc: Node): Decoration | null {
  if (finding.waived !== null || from === null || to === null) return null;
  if (from >= to || !fits(doc, { from, to, text: "" })) return null;
  // A note about a whole line, as its length, would only underline the page.
  const $from = doc.resolve(from);
  const wholeLine = $from.parentOffset === 0 && to === $from.end();
  if (finding.level === "note" && wholeLine) return null;
  return Decoration.inline(from, to, {
    class: `finding finding-${finding.level}`,
    "data-finding": finding.key,
    title: finding.message,
  });
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
