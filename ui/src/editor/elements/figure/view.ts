/**
 * A figure on the page: picture, caption with credit, alt text. Caption and alt text are part of the
 * document where the story has its own; otherwise the photo's stand there, quieter, and become the
 * story's own when they are clicked.
 */

import type { Node } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { Transaction } from "prosemirror-state";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import type { Photo } from "../../../desk/contract";
import { editorWords } from "../../../messages/editor";
import { button, piece } from "../../dom";
import { photosOf } from "../../facts";
import { framingOf } from "../../framing";
import { schema } from "../../schema";
import type { EditorOptions, PhotoPlace } from "../../types";
import type { FigureLine } from "./commands";
import { enterLine, lineOf, settleCredit } from "./commands";
import { creditChoice, creditPiece } from "./credit";
import { Picture } from "./picture";

/** What all figures of one editor share. */
export interface FigureContext {
  options: EditorOptions;
  /** The figures on the page, to be shown again when a photo changes. */
  figures: Set<FigureView>;
}

export class FigureView implements NodeView {
  readonly dom = document.createElement("figure");
  readonly contentDOM = document.createElement("div");
  private readonly picture = new Picture();
  private readonly above = piece("div", "figure-above");
  private readonly below = piece("div", "figure-below");

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly context: FigureContext,
  ) {
    this.contentDOM.className = "figure-words";
    this.dom.append(this.picture.dom, this.above, this.contentDOM, this.below);
    this.picture.dom.addEventListener("mousedown", (event) => this.pick(event));
    context.figures.add(this);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  /** Brings everything around the words in line with the node and its photo. */
  show(): void {
    const photo = this.photo();
    const wanted = this.node.attrs.photoId === null;
    const decorative = this.node.attrs.decorative as boolean;
    this.dom.className = "figure";
    this.dom.classList.toggle("wanted", wanted);
    this.dom.classList.toggle("decorative", decorative && !wanted);
    this.dom.classList.toggle("picked", this.picked);
    this.dom.dataset.role = this.node.attrs.role as string;
    this.showPicture(photo, wanted);
    this.above.replaceChildren(...present(this.credit(photo), this.ghost("caption", photo)));
    this.below.replaceChildren(...present(this.altText(photo, wanted), this.choice(photo)));
  }

  selectNode(): void {
    this.setPicked(true);
  }

  deselectNode(): void {
    this.setPicked(false);
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof window.Node && !this.contentDOM.contains(event.target)
      ? event.type !== "copy" && event.type !== "cut" && event.type !== "paste" && !isDrag(event)
      : false;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.context.figures.delete(this);
  }

  private picked = false;

  private setPicked(picked: boolean): void {
    this.picked = picked;
    this.dom.classList.toggle("picked", picked);
  }

  private photo(): Photo | undefined {
    return photosOf(this.view.state).get(this.node.attrs.photoId as string);
  }

  private showPicture(photo: Photo | undefined, wanted: boolean): void {
    const tag = this.node.attrs.filePhoto ? piece("span", "file-photo", editorWords.filePhoto) : null;
    if (wanted) this.picture.showInstead(this.wantedCard());
    else if (photo) this.picture.showPhoto(photo, this.address(photo), this.alt(photo));
    else this.picture.showMissing();
    this.picture.dom.querySelector(".file-photo")?.remove();
    if (tag) this.picture.dom.append(tag);
  }

  private wantedCard(): HTMLElement {
    const credit = this.node.attrs.wantedCredit as string | null;
    const add = this.view.editable
      ? button("story-button", editorWords.addPhoto, () => this.context.options.onWantPhoto(this.place()))
      : null;
    return piece(
      "div",
      "wanted-card",
      piece("span", "wanted-title", editorWords.photoWanted),
      credit === null ? null : piece("span", "wanted-credit", editorWords.copyNames(credit)),
      add,
    );
  }

  private credit(photo: Photo | undefined): HTMLElement | null {
    return photo ? creditPiece(photo, () => this.context.options.onCreditClick(photo.id)) : null;
  }

  private choice(photo: Photo | undefined): HTMLElement | null {
    if (!photo || !this.view.editable) return null;
    return creditChoice(photo, this.node.attrs.wantedCredit as string | null, (use) =>
      this.change((at) => settleCredit(this.view.state, at, use)),
    );
  }

  private altText(photo: Photo | undefined, wanted: boolean): HTMLElement | null {
    if (wanted) return null;
    if (this.node.attrs.decorative) return piece("p", "alt-ghost", editorWords.decorative);
    return this.ghost("altText", photo);
  }

  /** The photo's own words, where the story has none of its own. */
  private ghost(name: FigureLine, photo: Photo | undefined): HTMLElement | null {
    if (lineOf(this.node, 0, name)) return null;
    const own = photo?.facts[name]?.value.trim() ?? "";
    const text = own === "" ? editorWords.placeholders[name] : own;
    const ghost = piece("p", name === "caption" ? "caption-ghost" : "alt-ghost", text);
    if (name === "altText") ghost.dataset.label = editorWords.altText;
    ghost.classList.toggle("nothing", own === "");
    ghost.dir = "auto";
    if (this.view.editable) {
      ghost.setAttribute("role", "button");
      ghost.addEventListener("mousedown", (event) => {
        event.preventDefault();
        this.change((at) => enterLine(this.view.state, at, name));
      });
    }
    return ghost;
  }

  private change(make: (at: number) => Transaction | null): void {
    const at = this.getPos();
    const tr = at === undefined ? null : make(at);
    if (!tr) return;
    this.view.focus();
    this.view.dispatch(tr);
  }

  /** A click on the picture selects the figure. */
  private pick(event: MouseEvent): void {
    if (event.button !== 0 || (event.target as HTMLElement).closest("button")) return;
    event.preventDefault();
    this.change((at) => {
      const { tr, doc } = this.view.state;
      return tr.setSelection(NodeSelection.create(doc, at));
    });
  }

  private place(): PhotoPlace {
    const at = this.getPos() ?? 0;
    const inLead = this.view.state.doc.resolve(at).parent.type === schema.nodes.lead;
    return inLead ? { what: "lead" } : { what: "figure", at };
  }

  private address(photo: Photo): string {
    return this.context.options.photoAddress(photo.id, framingOf(this.node.attrs));
  }

  private alt(photo: Photo): string {
    if (this.node.attrs.decorative) return "";
    const own = lineOf(this.node, 0, "altText");
    return own ? own.line.textContent : (photo.facts.altText?.value ?? "");
  }
}

function present(...pieces: (HTMLElement | null)[]): HTMLElement[] {
  return pieces.filter((one) => one !== null);
}

function isDrag(event: Event): boolean {
  return event.type.startsWith("drag") || event.type === "drop";
}
