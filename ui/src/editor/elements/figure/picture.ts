/** The picture of a figure, or what stands in its place. Its room is there before it has loaded. */

import { editorWords } from "../../../messages/editor";
import { piece } from "../../dom";
import type { Size } from "../../framing";

export class Picture {
  readonly dom = piece("div", "picture");
  private image: HTMLImageElement | null = null;

  showPhoto(size: Size, address: string, alt: string): void {
    const image = (this.image ??= this.makeImage());
    image.alt = alt;
    // The same address again would load the picture again.
    if (image.getAttribute("src") === address) return;
    image.width = size.widthPx;
    image.height = size.heightPx;
    image.src = address;
    this.dom.replaceChildren(image);
  }

  showTags(tags: HTMLElement | null): void {
    if (this.dom.childElementCount > 1) this.dom.querySelector(".tags")?.remove();
    if (tags) this.dom.append(tags);
  }

  /** The figure names a photo whose record the desk does not have. */
  showMissing(): void {
    this.showInstead(piece("p", "picture-missing", editorWords.photoMissing));
  }

  showInstead(element: HTMLElement): void {
    this.image = null;
    this.dom.replaceChildren(element);
  }

  private makeImage(): HTMLImageElement {
    const image = document.createElement("img");
    image.draggable = false;
    image.decoding = "async";
    // A story of two hundred photos shows three of them.
    image.loading = "lazy";
    image.addEventListener("error", () => {
      if (this.image === image) this.dom.replaceChildren(piece("p", "picture-missing", editorWords.previewMissing));
    });
    return image;
  }
}
