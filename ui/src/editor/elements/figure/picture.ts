/** The picture of a figure, or what stands in its place. Its room is there before it has loaded. */

import type { Photo } from "../../../desk/contract";
import { editorWords } from "../../../messages/editor";
import { piece } from "../../dom";

export class Picture {
  readonly dom = piece("div", "picture");
  private readonly image = document.createElement("img");
  private readonly missing = piece("p", "picture-missing");

  constructor() {
    this.image.draggable = false;
    this.image.decoding = "async";
    this.image.addEventListener("error", () => {
      this.missing.textContent = editorWords.previewMissing;
      this.dom.replaceChildren(this.missing);
    });
  }

  showPhoto(photo: Photo, address: string, alt: string): void {
    this.image.alt = alt;
    this.dom.style.aspectRatio = `${Math.max(photo.widthPx, 1)} / ${Math.max(photo.heightPx, 1)}`;
    this.dom.classList.toggle("upright", photo.heightPx > photo.widthPx);
    // The same address again would load the picture again.
    if (this.image.getAttribute("src") === address) return;
    this.image.width = photo.widthPx;
    this.image.height = photo.heightPx;
    this.image.src = address;
    this.dom.replaceChildren(this.image);
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
