/**
 * Links. On the screen a link is no `a`, so that no click, key or menu of the web view can take the
 * window away; Ctrl-click opens it outside.
 */

import type { Mark } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { editorWords } from "../messages/editor";
import { safeAddress, typedAddress } from "./address";
import { passageAround } from "./passages";
import { schema } from "./schema";
import type { EditorOptions } from "./types";

/** How a link looks while writing. */
export function linkView(mark: Mark): { dom: HTMLElement } {
  const dom = document.createElement("span");
  const href = safeAddress(mark.attrs.href as string);
  dom.className = href === null ? "link-refused" : "story-link";
  dom.title = href === null ? (mark.attrs.href as string) : editorWords.openLink(href);
  if (href !== null) {
    dom.setAttribute("role", "link");
    dom.dataset.href = href;
  }
  return { dom };
}

/** Opens the link under a click with Ctrl or Command. */
export function openClicked(event: MouseEvent, options: EditorOptions): boolean {
  const target = event.target instanceof Element ? event.target.closest("[data-href]") : null;
  const href = target?.getAttribute("data-href");
  if (!href || !(event.ctrlKey || event.metaKey)) return false;
  options.openLink(href);
  return true;
}

/** Asks for an address and puts it on the selection, or on the whole link that the caret is in. */
export function editLink(options: EditorOptions): Command {
  return (state, dispatch, view) => {
    const range = linkRange(state);
    if (!range || state.selection.$from.parent.type === schema.nodes.altText) return false;
    if (dispatch && view) void ask(view, options, range);
    return true;
  };
}

interface LinkRange {
  from: number;
  to: number;
  href: string;
}

async function ask(view: EditorView, options: EditorOptions, range: LinkRange): Promise<void> {
  const doc = view.state.doc;
  const typed = await options.askLink(range.href);
  if (view.isDestroyed) return;
  view.focus();
  if (typed === null || !view.state.doc.eq(doc)) return;
  const { link } = schema.marks;
  const tr = view.state.tr.removeMark(range.from, range.to, link);
  const href = typedAddress(typed);
  if (typed.trim() !== "" && href === null) return;
  if (href !== null) tr.addMark(range.from, range.to, link.create({ href }));
  if (tr.docChanged) view.dispatch(tr);
}

function linkRange(state: EditorState): LinkRange | null {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return null;
  const { $from, from, to } = selection;
  const around = passageAround($from, ({ type }) => type === schema.marks.link);
  if (around && to <= around.to) {
    return { from: around.from, to: around.to, href: around.mark.attrs.href as string };
  }
  if (selection.empty || !$from.sameParent(selection.$to)) return null;
  return { from, to, href: "" };
}
