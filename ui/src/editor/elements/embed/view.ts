/** A card on the page: closed, until somebody edits it in its place. */

import type { Node } from "prosemirror-model";
import { NodeSelection, Selection } from "prosemirror-state";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { elementWords } from "../../../messages/elements";
import { safeAddress } from "../../address";
import { takeOut } from "../../blocks/travel";
import { button, piece } from "../../dom";
import { strip } from "../../strip";
import { EmbedForm } from "./form";
import type { Embed } from "./spec";
import { embedOf } from "./spec";

const words = elementWords.embed;

export class EmbedView implements NodeView {
  readonly dom = piece("div", "embed");
  private form: EmbedForm | null = null;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
  ) {
    this.dom.addEventListener("dblclick", () => this.edit());
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    if (!this.form) this.show();
    return true;
  }

  /** Opens the form; Enter on the selected card does, too. */
  edit(): void {
    if (this.form || !this.view.editable || !this.dom.isConnected) return;
    this.form = new EmbedForm(embedOf(this.node), {
      done: (embed) => this.done(embed),
      cancel: () => this.cancel(),
    });
    this.dom.replaceChildren(this.form.dom);
    this.form.focus();
    this.form.dom.scrollIntoView?.({ block: "nearest" });
  }

  stopEvent(event: Event): boolean {
    if (this.form) return true;
    return event.target instanceof Element && event.target.closest(".strip") !== null;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" || this.form !== null;
  }

  private show(): void {
    const { address, provider, title, author, text } = embedOf(this.node);
    const tools = strip(this.view, words.label, button("", words.edit, () => this.edit()));
    tools.hidden = !this.view.editable;
    this.dom.replaceChildren(
      tools,
      line("embed-head", [provider, author].filter((word) => word !== "").join(" · ")),
      line("embed-title", title),
      line("embed-text", text),
      addressLine(address),
    );
  }

  private done(embed: Embed): void {
    this.form = null;
    const at = this.getPos();
    if (at === undefined) return;
    const { tr } = this.view.state;
    for (const [name, value] of Object.entries(embed)) {
      if (this.node.attrs[name] !== value) tr.setNodeAttribute(at, name, value);
    }
    this.show();
    this.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)));
    this.view.focus();
  }

  /** A card that never had an address is not kept. */
  private cancel(): void {
    this.form = null;
    this.show();
    const at = this.getPos();
    if (at !== undefined && embedOf(this.node).address === "") {
      const { tr } = this.view.state;
      takeOut(tr, at);
      this.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at), 1)));
    }
    this.view.focus();
  }
}

/** Opens the form of the card at `at`. */
export function editEmbed(view: EditorView, at: number): void {
  const dom = view.nodeDOM(at);
  dom?.dispatchEvent(new MouseEvent("dblclick"));
}

function line(className: string, text: string): HTMLElement {
  const made = piece("p", className, text);
  made.dir = "auto";
  made.hidden = text === "";
  return made;
}

/** Ctrl-click opens it outside, as a link in the text. */
function addressLine(address: string): HTMLElement {
  const made = piece("p", "embed-address", address === "" ? words.nothing : address);
  const href = safeAddress(address);
  if (href !== null) made.dataset.href = href;
  return made;
}
