/** The place of the lead photo: a figure, or a quiet offer to add one. */

import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { editorWords } from "../../messages/editor";
import { button, piece } from "../dom";
import type { EditorOptions } from "../types";

export class LeadView implements NodeView {
  readonly dom = document.createElement("div");
  readonly contentDOM = document.createElement("div");
  private readonly offer: HTMLElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    options: EditorOptions,
  ) {
    this.dom.className = "lead";
    const add = button("story-button add-lead", editorWords.addLeadPhoto, () =>
      options.onWantPhoto({ what: "lead" }),
    );
    // The window's words keep their own way in a story that runs the other.
    add.dir = "auto";
    this.offer = piece("div", "lead-offer", add);
    this.dom.append(this.offer, this.contentDOM);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof window.Node && this.offer.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    this.offer.hidden = this.node.childCount > 0 || !this.view.editable;
  }
}
