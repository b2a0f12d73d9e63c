/** The picture of a figure, or what stands in its place. Its room is there before it has loaded. */

import { editorWords } from "../../../messages/editor";
import { piece } from "../../dom";
import type { Size } from "../../framing";

export class Picture {
  readonly dom = piece("div", "picture");
  private readonly image = document.createElement("img");
  private readonly missing = piece("p", "picture-missing");

  constructor() {
    this.image.draggable = false;
    this.image.decoding = "async";
    // A story of two hundred photos shows three of them.
    this.image.loading = "lazy";
    this.image.addEventListener("error", () => {
      this.missing.textContent = editorWords.previewMissing;
      this.dom.replaceChildren(this.missing);
    });
  }

  showPhoto(size: Size, address: string, alt: string): void {
    this.image.alt = alt;
    this.dom.style.aspectRatio = `${size.widthPx} / ${size.heightPx}`;
    // The same address again would load the picture again.
    if (this.image.getAttribute("src") === address) return;
    this.image.width = size.widthPx;
    this.image.height = size.heightPx;
    this.image.src = address;
    this.dom.replaceChildren(this.image);
  }

  showTags(tags: HTMLElement | null): void {
    this.dom.querySelector(".tags")?.remove();
    if (tags) this.dom.append(tags);
  }

  /** The figure names a photo whose record the desk does not have. */
  showMissing(): void {
    this.missing.textContent = editorWords.photoMissing;
    this.showInstead(this.missing);
  }

  showInstead(element: HTMLElement): void {
    this.image.removeAttribute("src");
    this.dom.style.aspectRatio = "";
    this.dom.replaceChildren(element);
  }
}
