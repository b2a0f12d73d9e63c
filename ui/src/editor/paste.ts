/**
 * What comes by clipboard and drop.
 *
 * Pasted HTML is parsed in a document of its own that fetches nothing and runs nothing, and only
 * what the schema names comes out of it. Files never come this way: the window hands their paths to
 * Rust, and the web view's own idea, a `file:///` address in the story, is swallowed here.
 */

import type { Node, ParseOptions } from "prosemirror-model";
import { DOMParser, Fragment, Slice } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { clean, cleanLine } from "./clean";
import { isLine } from "./fields";
import { pasteAddress } from "./pasteAddress";
import { schema } from "./schema";
import { withoutBannerHtml, withoutBannerText } from "./stopBanner";

/** Longer HTML would hold up the window for seconds; its plain text is taken. */
const MAX_HTML = 10_000_000;

/** Elements whose text is not copy. */
const NOT_COPY = "svg, math, iframe, template, audio, video, canvas, select, textarea, button, map";

/** Parts that begin a line of their own. The schema knows the cells of a table. */
const CELLS = "dt, caption";

/** Our schema's parser, which also leaves out what is not copy. */
export function pasteParser(): DOMParser {
  const rules = DOMParser.fromSchema(schema).rules;
  return new PasteParser(schema, [{ tag: NOT_COPY, ignore: true }, ...rules]);
}

class PasteParser extends DOMParser {
  /** Gives each cell a block of its own, or the words of two would run together. */
  override parseSlice(dom: Element, options?: ParseOptions): Slice {
    for (const cell of dom.querySelectorAll(CELLS)) {
      const block = cell.ownerDocument.createElement("div");
      block.append(...cell.childNodes);
      cell.append(block);
    }
    return super.parseSlice(dom, options);
  }
}

/** Answers true when the paste is dealt with. */
export function handlePaste(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  const clipboard = event.clipboardData;
  if (clipboard && holdsFiles(clipboard) && clipboard.getData("text/html") === "") return true;
  if (clipboard && clipboard.getData("text/html").length > MAX_HTML) {
    view.pasteText(clean(clipboard.getData("text/plain")));
    return true;
  }
  const address = clipboard && pasteAddress(view.state, clipboard.getData("text/plain"));
  if (address) {
    view.dispatch(address);
    return true;
  }
  return putIn(view, slice);
}

/** Files are Rust's; whatever else is dropped goes the usual way. */
export function handleDrop(event: DragEvent): boolean {
  if (!event.dataTransfer || !holdsFiles(event.dataTransfer)) return false;
  event.preventDefault();
  return true;
}

export function holdsFiles(from: DataTransfer): boolean {
  return from.types.includes("Files") || from.types.includes("text/uri-list");
}

export function cleanHtml(html: string): string {
  return html.length > MAX_HTML ? "" : withoutBannerHtml(clean(html));
}

export function cleanText(text: string): string {
  return clean(withoutBannerText(text));
}

/**
 * A line takes all of the slice's text; a selected figure is never pasted over; a pasted figure does
 * not cut the paragraph in two.
 */
function putIn(view: EditorView, slice: Slice): boolean {
  const { selection, tr } = view.state;
  if (slice.content.size === 0) return false;
  if (isLine(selection.$from.parent)) {
    const line = oneLine(slice, selection.$from.parent);
    view.dispatch(tr.replaceSelection(line).scrollIntoView().setMeta("paste", true));
    return true;
  }
  if (isFigures(slice) && selection.$from.depth > 1 && selection.empty) {
    view.dispatch(tr.insert(selection.$from.after(2), slice.content).scrollIntoView());
    return true;
  }
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return false;
  if (selection.$from.parent.type !== schema.nodes.body) return true;
  view.dispatch(tr.insert(selection.to, blocksOf(slice)).scrollIntoView());
  return true;
}

function isFigures(slice: Slice): boolean {
  return slice.openStart === 0 && slice.content.content.every((node) => node.type === schema.nodes.figure);
}

/** All text of the slice in one line, its blocks joined by spaces. Alt text takes no marks. */
function oneLine(slice: Slice, into: Node): Slice {
  const plain = into.type === schema.nodes.altText;
  const pieces: Node[] = [];
  let blocks = 0;
  const add = (node: Node) => {
    if (node.isText) {
      pieces.push(schema.text(cleanLine(node.text ?? ""), plain ? [] : node.marks));
    } else if (node.type === schema.nodes.hardBreak) {
      pieces.push(schema.text(" "));
    } else if (node.isInline && !plain) {
      pieces.push(node);
    }
  };
  slice.content.descendants((node) => {
    if (node.isTextblock && node.content.size > 0 && blocks++ > 0) pieces.push(schema.text(" "));
    if (node.isInline) add(node);
    return true;
  });
  return new Slice(Fragment.fromArray(pieces), 0, 0);
}

/** The slice as whole blocks that may stand in the body. */
function blocksOf(slice: Slice): Node[] {
  const inline = slice.content.firstChild?.isInline ?? false;
  if (inline) return [schema.nodes.paragraph.create(null, slice.content)];
  return slice.content.content.filter((node) => node.type.isInGroup("block"));
}
