/**
 * The handle beside the block under the mouse: drag it, or click to select the block. Whoever works
 * with keys has Alt with an arrow; the handle is not in the order of Tab.
 */

import type { PluginView } from "prosemirror-state";
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { elementWords } from "../../messages/elements";
import { button } from "../dom";
import { blockAtHeight, positionBeside } from "./aim";
import { dragBy } from "./drag";

const WIDTH_PX = 22;
const FROM_TEXT_PX = 6;

export function blockHandle(): Plugin {
  let handle: Handle | null = null;
  return new Plugin({
    view: (view) => (handle = new Handle(view)),
    props: { handleDOMEvents: { keydown: () => void handle?.hide() } },
  });
}

class Handle implements PluginView {
  private readonly dom = button("block-handle", "", () => {});
  private readonly place: HTMLElement;
  private readonly stop = new AbortController();
  private block: HTMLElement | null = null;
  private asked = false;

  constructor(private readonly view: EditorView) {
    this.place = view.dom.parentElement ?? document.body;
    this.place.classList.add("story-place");
    this.dom.hidden = true;
    this.dom.tabIndex = -1;
    this.dom.title = elementWords.handle;
    this.dom.setAttribute("aria-label", elementWords.handle);
    dragBy(this.dom, view, () => this.position());
    this.place.append(this.dom);
    const { signal } = this.stop;
    this.place.addEventListener("pointermove", (event) => this.follow(event), { signal });
    this.place.addEventListener("pointerleave", () => this.hide(), { signal });
  }

  /** The block may have gone, or become longer. */
  update(): void {
    if (this.block && !this.block.isConnected) this.hide();
  }

  destroy(): void {
    this.stop.abort();
    this.dom.remove();
  }

  /** Measures once a frame at most, however fast the mouse is. */
  private follow({ clientY, buttons }: PointerEvent): void {
    if (this.asked || buttons !== 0 || !this.view.editable) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      if (!this.stop.signal.aborted) this.show(clientY);
    });
  }

  private show(y: number): void {
    const block = blockAtHeight(this.view, y);
    const box = block?.getBoundingClientRect();
    if (!block || !box || y < box.top - FROM_TEXT_PX || y > box.bottom + FROM_TEXT_PX) return this.hide();
    this.block = block;
    this.dom.hidden = false;
    const place = this.place.getBoundingClientRect();
    const body = (block.parentElement ?? block).getBoundingClientRect();
    const from = (room: number) => `${room - WIDTH_PX - FROM_TEXT_PX}px`;
    // A story that reads from the right has its handle there, whatever the window's own direction.
    const rightToLeft = this.view.dom.dir === "rtl";
    this.dom.style.left = rightToLeft ? "" : from(body.left - place.left);
    this.dom.style.right = rightToLeft ? from(place.right - body.right) : "";
    this.dom.style.top = `${box.top - place.top + 3}px`;
  }

  hide(): void {
    if (this.dom.hidden) return;
    this.block = null;
    this.dom.hidden = true;
  }

  private position(): number | undefined {
    return this.block?.isConnected ? positionBeside(this.view, this.block) : undefined;
  }
}
