/** The headlines for other places than the page, behind a button; `lines.ts` says when they are open. */

import type { Node } from "prosemirror-model";
import type { Decoration, EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { editorWords } from "../../messages/editor";
import { button, piece } from "../dom";
import { foldHeadlines } from "./lines";

let made = 0;

export class HeadlinesView implements NodeView {
  readonly dom = document.createElement("div");
  readonly contentDOM = document.createElement("div");
  private readonly toggle: HTMLButtonElement;

  constructor(
    private node: Node,
    view: EditorView,
    decorations: readonly Decoration[],
  ) {
    this.dom.className = "headlines";
    this.contentDOM.id = `more-headlines-${++made}`;
    this.contentDOM.className = "more-lines";
    this.toggle = button("more-headlines", editorWords.moreHeadlines, () => {
      view.dispatch(foldHeadlines(view.state, true));
      view.focus();
    });
    this.toggle.title = editorWords.moreHeadlinesHint;
    this.toggle.setAttribute("aria-controls", this.contentDOM.id);
    this.dom.append(piece("div", "more-bar", this.toggle), this.contentDOM);
    this.show(decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show(decorations);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof window.Node && this.toggle.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private show(decorations: readonly Decoration[]): void {
    const open = decorations.some(({ spec }) => spec.open === true);
    this.contentDOM.hidden = !open;
    this.toggle.setAttribute("aria-expanded", String(open));
  }
}
