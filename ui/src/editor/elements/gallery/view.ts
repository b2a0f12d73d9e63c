/** A gallery on the page: its photos beside each other, and a place for those still to come. */

import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { elementWords } from "../../../messages/elements";
import { button, piece } from "../../dom";
import { schema } from "../../schema";
import { strip } from "../../strip";
import type { EditorOptions } from "../../types";
import type { Layout } from "./spec";
import { LAYOUTS } from "./spec";

const words = elementWords.gallery;

export class GalleryView implements NodeView {
  readonly dom = document.createElement("div");
  readonly contentDOM = document.createElement("div");
  private readonly layout = document.createElement("select");
  private readonly count = piece("span", "strip-words");
  private readonly wanted = piece("p", "gallery-wanted", words.wanted);
  private readonly tools: HTMLElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly options: EditorOptions,
  ) {
    this.dom.className = "gallery";
    this.contentDOM.className = "gallery-photos";
    this.layout.setAttribute("aria-label", words.layout);
    this.layout.append(...LAYOUTS.map((name) => new Option(words.layouts[name], name)));
    this.layout.addEventListener("change", () => this.choose(this.layout.value as Layout));
    const add = button("", words.add, () => this.add());
    this.tools = strip(view, words.label, this.layout, add, this.count);
    this.dom.append(this.tools, this.contentDOM, this.wanted);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof window.Node && this.tools.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === "selection") return false;
    return !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    const photos = this.node.children.filter(({ type }) => type === schema.nodes.figure).length;
    const layout = this.node.attrs.layout as Layout;
    this.dom.dataset.layout = layout;
    this.layout.value = layout;
    this.count.textContent = words.photos(photos);
    this.wanted.hidden = this.node.childCount > 0;
    for (const tool of this.tools.querySelectorAll<HTMLButtonElement | HTMLSelectElement>("button, select")) {
      tool.disabled = !this.view.editable;
    }
  }

  private choose(layout: Layout): void {
    const at = this.getPos();
    if (at !== undefined) this.view.dispatch(this.view.state.tr.setNodeAttribute(at, "layout", layout));
  }

  /** At the end, wherever the caret is. */
  private add(): void {
    const at = this.getPos();
    if (at === undefined) return;
    this.options.onWantPhoto({ what: "position", at: at + this.node.nodeSize - 1 });
  }
}
