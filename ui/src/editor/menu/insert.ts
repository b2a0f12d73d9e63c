/**
 * Puts an element in. Text that can become it does; otherwise it stands below the block of the
 * caret, or in the place of an empty line. From the furniture it goes to the body's near end.
 */

import { chainCommands, lift, setBlockType } from "prosemirror-commands";
import { closeHistory } from "prosemirror-history";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Node, ResolvedPos } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { elementWords } from "../../messages/elements";
import { toggleCrosshead } from "../elements/crosshead/commands";
import { editEmbed } from "../elements/embed/view";
import { toggleQuote } from "../elements/quote/commands";
import { newTable } from "../elements/table/commands";
import { partAt } from "../fields";
import { schema } from "../schema";
import type { EditorOptions, ElementName } from "../types";

/** Puts the element in at the caret. False: nothing can be put in here. */
export function insertElement(view: EditorView, name: ElementName, options: EditorOptions): boolean {
  const dispatch = view.dispatch.bind(view);
  if (name === "photo") {
    options.onWantPhoto({ what: "caret" });
    return true;
  }
  if (name === "tk") return insertTk(view.state, dispatch);
  const become = becoming(name);
  if (become && inText(view.state) && become(view.state, dispatch, view)) return true;
  const at = insertNode(view, newNode(name));
  if (name === "card") editEmbed(view, at);
  return true;
}

/** As a command for a key. */
export function insertCommand(name: ElementName, options: EditorOptions): Command {
  return (state, dispatch, view) => {
    const $from = state.selection.$from;
    if ($from.depth === 0 || $from.node(1).type !== schema.nodes.body) return false;
    return dispatch && view ? insertElement(view, name, options) : true;
  };
}

function insertTk(state: EditorState, dispatch: (tr: Transaction) => void): boolean {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch(state.tr.insertText(elementWords.tk).scrollIntoView());
  return true;
}

/** How the text around the caret becomes the element; nothing for one that is no text. */
function becoming(name: ElementName): Command | null {
  const { paragraph, quote, pullQuote } = schema.nodes;
  switch (name) {
    case "paragraph":
      return chainCommands(setBlockType(paragraph), liftListItem(schema.nodes.listItem), lift);
    case "crosshead":
      return toggleCrosshead(2);
    case "smallCrosshead":
      return toggleCrosshead(3);
    case "list":
      return toggleList(false);
    case "numberedList":
      return toggleList(true);
    case "quote":
      return toggleQuote(quote);
    case "pullQuote":
      return toggleQuote(pullQuote);
    default:
      return null;
  }
}

/** Whether the caret is in text that can be another kind of text: in the body, a list or a box. */
function inText(state: EditorState): boolean {
  const { $from } = state.selection;
  if (!$from.parent.isTextblock || $from.depth < 2 || $from.node(1).type !== schema.nodes.body) return false;
  const { table, correction, figure, boxTitle } = schema.nodes;
  return ![table, correction, figure].includes($from.node(2).type) && $from.parent.type !== boxTitle;
}

/** Makes the paragraphs a list of this kind; from a list of this kind, paragraphs. */
function toggleList(ordered: boolean): Command {
  const { list, listItem } = schema.nodes;
  return (state, dispatch, view) => {
    const depth = listDepth(state.selection.$from);
    if (depth === null) return wrapInList(list, { ordered })(state, dispatch, view);
    const { $from } = state.selection;
    if ($from.node(depth).attrs.ordered === ordered) return liftListItem(listItem)(state, dispatch, view);
    dispatch?.(state.tr.setNodeAttribute($from.before(depth), "ordered", ordered));
    return true;
  };
}

function listDepth($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type === schema.nodes.list) return depth;
  }
  return null;
}

function newNode(name: ElementName): Node {
  const { nodes } = schema;
  const text = () => nodes.paragraph.create();
  const list = (ordered: boolean) => nodes.list.create({ ordered }, nodes.listItem.create(null, text()));
  switch (name) {
    case "crosshead":
      return nodes.crosshead.create({ level: 2 });
    case "smallCrosshead":
      return nodes.crosshead.create({ level: 3 });
    case "list":
      return list(false);
    case "numberedList":
      return list(true);
    case "quote":
      return nodes.quote.create(null, text());
    case "pullQuote":
      return nodes.pullQuote.create(null, text());
    case "factBox":
      return nodes.factBox.create(null, [nodes.boxTitle.create(), text()]);
    case "table":
      return newTable();
    case "gallery":
      return nodes.gallery.create();
    case "card":
      return nodes.embed.create();
    case "correction":
      return nodes.correction.create({ at: today() }, text());
    case "divider":
      return nodes.divider.create();
    default:
      return text();
  }
}

/** The day on this desk's calendar, as "2026-05-12". */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Puts the node where the caret means, and the caret into it. Answers where it stands. */
export function insertNode(view: EditorView, node: Node): number {
  const { state } = view;
  const { from, to } = landing(state);
  const tr = closeHistory(state.tr).replaceWith(from, to, node);
  const end = from + node.nodeSize;
  // A line to go on writing below what has none of its own.
  const last = tr.doc.resolve(end).nodeAfter === null;
  if (last && !node.isTextblock) tr.insert(end, schema.nodes.paragraph.create());
  tr.setSelection(inside(tr.doc, from, node)).scrollIntoView();
  view.dispatch(tr);
  return from;
}

function inside(doc: Node, at: number, node: Node): Selection {
  const { divider, gallery, embed } = schema.nodes;
  if (node.type === divider) return Selection.near(doc.resolve(at + 1), 1);
  if (node.type === gallery || node.type === embed) return NodeSelection.create(doc, at);
  return TextSelection.near(doc.resolve(at + 1), 1);
}

/** The empty line of the caret, or the gap below its block. */
function landing(state: EditorState): { from: number; to: number } {
  const { $from, to } = state.selection;
  const body = partAt(state.doc, "body");
  const size = state.doc.nodeAt(body)?.nodeSize ?? 2;
  const before = to <= body;
  if (before || $from.pos >= body + size) return edgeOfBody(state.doc, before ? body + 1 : body + size - 1);
  if ($from.depth === 1) return { from: to, to };
  const block = $from.node(2);
  const empty = block.type === schema.nodes.paragraph && block.content.size === 0;
  return { from: empty ? $from.before(2) : $from.after(2), to: $from.after(2) };
}

/** An empty line at that end of the body is filled. */
function edgeOfBody(doc: Node, at: number): { from: number; to: number } {
  const $at = doc.resolve(at);
  const empty = (node: Node | null) => node?.type === schema.nodes.paragraph && node.content.size === 0;
  if (empty($at.nodeAfter)) return { from: at, to: at + 2 };
  return empty($at.nodeBefore) ? { from: at - 2, to: at } : { from: at, to: at };
}
