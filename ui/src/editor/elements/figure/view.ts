/**
 * A figure on the page: picture, caption with credit, alt text. Caption and alt text are part of the
 * document where the story has its own; otherwise the photo's stand there, quieter, and become the
 * story's own when they are clicked.
 */

import type { Node, NodeType } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { Transaction } from "prosemirror-state";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import type { Photo } from "../../../desk/contract";
import { editorWords } from "../../../messages/editor";
import { button, piece } from "../../dom";
import { photosOf } from "../../facts";
import { framedSize, framingOf } from "../../framing";
import type { NoteMarks } from "../../notes";
import { stripWhenWanted } from "../../strip";
import { schema } from "../../schema";
import type { EditorOptions, PhotoPlace, Role } from "../../types";
import type { FigureLine } from "./commands";
import { enterLine, lineOf, setAttrs, settleCredit } from "./commands";
import { creditChoice, creditPiece } from "./credit";
import type { Furnished, Furnishing } from "./furnishing";
import { Picture } from "./picture";
import { captionCheck, tagsOf, tooSmall } from "./tags";
import { Toolbar } from "./toolbar";

/** What all figures of one editor share. */
export interface FigureContext {
  options: EditorOptions;
  figures: Furnishing;
  notes: NoteMarks;
}

export class FigureView implements NodeView, Furnished {
  readonly dom = document.createElement("figure");
  readonly contentDOM = document.createElement("div");
  private readonly picture = new Picture();
  /** What stands before the words and after them; `null`: not yet. */
  private around: { above: HTMLElement; below: HTMLElement } | null = null;
  private tools: Toolbar | null = null;
  /** What it was last shown with. */
  private shown: { photo: Photo | undefined; editable: boolean } | null = null;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly context: FigureContext,
  ) {
    this.contentDOM.className = "figure-words";
    this.dom.append(this.picture.dom, this.contentDOM);
    this.picture.dom.addEventListener("mousedown", (event) => this.pick(event));
    this.picture.dom.addEventListener("dblclick", (event) => this.frame(event));
    stripWhenWanted(this.dom, () => this.near(true));
    this.show();
    context.figures.add(this);
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  furnish(): void {
    if (this.around) return;
    this.around = { above: piece("div", "figure-above"), below: piece("div", "figure-below") };
    this.contentDOM.before(this.around.above);
    this.contentDOM.after(this.around.below);
    this.show();
  }

  near(near: boolean): void {
    if (near && !this.tools && this.view.editable) {
      this.tools = new Toolbar(this.view, this.toolbarCalls());
      this.showTools(this.photo());
      this.dom.append(this.tools.dom);
    } else if (!near && this.tools && !this.handled(this.tools)) {
      this.tools.dom.remove();
      this.tools = null;
    }
  }

  follow(): void {
    if (this.photo() !== this.shown?.photo || this.view.editable !== this.shown?.editable) this.show();
  }

  /** Brings everything around the words in line with the node and its photo. */
  private show(): void {
    const photo = this.photo();
    this.shown = { photo, editable: this.view.editable };
    this.showPlace(photo);
    if (!this.around) return;
    const wanted = this.node.attrs.photoId === null;
    this.showPicture(photo, wanted);
    this.showTools(photo);
    this.around.above.replaceChildren(...present(this.credit(photo), this.ghost("caption", photo)));
    this.around.below.replaceChildren(
      ...present(...this.notes(photo), this.altText(photo, wanted), this.choice(photo)),
    );
  }

  /** How much room it takes, which is known before anything stands in it. */
  private showPlace(photo: Photo | undefined): void {
    const { photoId, decorative, role } = this.node.attrs;
    const size = this.size(photo);
    const looks = [
      "figure",
      photoId === null && "wanted",
      decorative && photoId !== null && "decorative",
      this.picked && "picked",
      size !== null && size.heightPx > size.widthPx && "tall",
      !this.around && "bare",
    ];
    this.dom.className = looks.filter((look) => look !== false).join(" ");
    this.dom.dataset.role = role as string;
    this.dom.style.setProperty("--shape", size && String(size.widthPx / size.heightPx));
  }

  private showTools(photo: Photo | undefined): void {
    if (!this.tools) return;
    this.tools.dom.hidden = !this.view.editable;
    this.tools.show({
      size: this.size(photo),
      role: this.role,
      lead: this.leads,
      inGallery: this.standsIn(schema.nodes.gallery),
    });
  }

  /** Whether somebody is at the tools, who would lose them. */
  private handled({ dom }: Toolbar): boolean {
    return this.picked || dom.matches(":focus-within") || this.view.dom.matches(".dragging-block");
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
    this.context.figures.remove(this);
  }

  private picked = false;

  private setPicked(picked: boolean): void {
    this.picked = picked;
    this.dom.classList.toggle("picked", picked);
  }

  private photo(): Photo | undefined {
    return photosOf(this.view.state).get(this.node.attrs.photoId as string);
  }

  private get role(): Role {
    return this.node.attrs.role as Role;
  }

  private get leads(): boolean {
    return this.standsIn(schema.nodes.lead);
  }

  private standsIn(type: NodeType): boolean {
    const at = this.getPos();
    return at !== undefined && this.view.state.doc.resolve(at).parent.type === type;
  }

  /** The size of the picture as the story shows it. */
  private size(photo: Photo | undefined) {
    return photo ? framedSize(photo, framingOf(this.node.attrs)) : null;
  }

  private showPicture(photo: Photo | undefined, wanted: boolean): void {
    const size = this.size(photo);
    if (wanted) this.picture.showInstead(this.wantedCard());
    else if (photo && size) this.picture.showPhoto(size, this.address(photo), this.alt(photo));
    else this.picture.showMissing();
    this.picture.showTags(tagsOf(this.node));
  }

  private notes(photo: Photo | undefined): (HTMLElement | null)[] {
    const size = this.size(photo);
    const right = () =>
      this.change((at) => {
        const { tr } = this.view.state;
        setAttrs(tr, at, { checkCaption: false });
        return tr;
      });
    return [
      captionCheck(this.node, this.view.editable ? right : null),
      size && tooSmall(size, this.role, this.leads),
    ];
  }

  private toolbarCalls() {
    return {
      getPos: () => this.getPos(),
      setRole: (role: Role) =>
        this.change((at) => {
          const { tr } = this.view.state;
          setAttrs(tr, at, { role });
          return tr;
        }),
      frame: () => this.frame(),
    };
  }

  /** Opens the picture editor; a place without a picture asks for one. */
  private frame(event?: MouseEvent): void {
    if (event && (event.target as HTMLElement).closest("button, select")) return;
    const at = this.getPos();
    if (at === undefined || !this.view.editable || !this.photo()) return;
    this.context.options.onFrame(at);
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
    return this.leads ? { what: "lead" } : { what: "figure", at };
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
