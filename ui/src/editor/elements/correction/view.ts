/** A correction on the page: the word that prints before it, the day, and what is put right. */

import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { elementWords } from "../../../messages/elements";
import { strip } from "../../strip";
import type { CorrectionKind } from "./spec";
import { KINDS } from "./spec";

const words = elementWords.correction;

export class CorrectionView implements NodeView {
  readonly dom = document.createElement("section");
  readonly contentDOM = document.createElement("div");
  private readonly kind = document.createElement("select");
  private readonly day = document.createElement("input");
  private readonly tools: HTMLElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
  ) {
    this.dom.className = "correction";
    this.contentDOM.className = "correction-words";
    this.kind.className = "correction-kind";
    this.kind.setAttribute("aria-label", words.kind);
    this.kind.append(...KINDS.map((kind) => new Option(words.kinds[kind], kind)));
    this.kind.addEventListener("change", () => this.set("kind", this.kind.value));
    this.day.type = "date";
    this.day.setAttribute("aria-label", words.day);
    this.day.addEventListener("change", () => this.set("at", this.day.value));
    this.tools = strip(view, words.label, this.kind, this.day);
    this.dom.append(this.tools, this.contentDOM);
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
    const { kind, at } = this.node.attrs as { kind: CorrectionKind; at: string };
    this.dom.dataset.kind = kind;
    this.kind.value = kind;
    this.kind.disabled = this.day.disabled = !this.view.editable;
    // While somebody types a day, half of it is no value; setting it would empty the field.
    if (this.day.value !== at && document.activeElement !== this.day) this.day.value = at;
  }

  private set(name: "kind" | "at", value: string): void {
    const at = this.getPos();
    if (at !== undefined) this.view.dispatch(this.view.state.tr.setNodeAttribute(at, name, value));
  }
}
