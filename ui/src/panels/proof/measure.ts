/**
 * How tall a page is. Its frame is of no origin, so nobody may ask it; the same markup is laid out
 * once in a shadow tree that nobody sees, without its pictures, whose sizes the markup says.
 *
 * Nothing of the page is loaded or run here: it is parsed into a document without a window, and only
 * its style and its body come over.
 */

/** A rule that holds from some width on, or up to it. */
const OF_THE_WIDTH = /@media\s*(?:screen\s+and\s*)?(\((?:(?:min|max)-)?(?:width|inline-size)[^)]*\))/g;

/** The height in CSS pixels of the page at this width. */
export function heightOf(html: string, widthPx: number): number {
  const page = new DOMParser().parseFromString(html, "text/html");
  const host = document.createElement("div");
  host.style.cssText = `all: initial; position: fixed; inset-block-start: 0; inset-inline-start: 0;
    inline-size: ${widthPx}px; visibility: hidden; contain: layout style; pointer-events: none;`;
  host.ariaHidden = "true";
  const sheet = root(page, widthPx);
  const container = document.createElement("div");
  container.style.cssText = `container-type: inline-size; inline-size: ${widthPx}px;`;
  container.append(sheet);
  host.attachShadow({ mode: "closed" }).append(container);
  document.body.append(host);
  const height = sheet.getBoundingClientRect().height;
  host.remove();
  return Math.ceil(height);
}

function root(page: Document, widthPx: number): HTMLElement {
  const root = document.createElement("html");
  root.style.display = "flow-root";
  for (const name of ["lang", "dir"]) {
    root.setAttribute(name, page.documentElement.getAttribute(name) ?? "");
  }
  root.append(...styles(page, widthPx), bodyOf(page));
  return root;
}

/**
 * What counts in parts of the window's width must count in parts of the page's; and what asks how wide
 * the window is asks it of the page.
 */
function styles(page: Document, widthPx: number): HTMLStyleElement[] {
  return [...page.querySelectorAll("style")].map(({ textContent }) => {
    const style = document.createElement("style");
    const inPixels = (_: string, share: string) => `${(Number(share) * widthPx) / 100}px`;
    style.textContent = textContent
      .replace(/(\d*\.?\d+)vw\b/g, inPixels)
      .replace(OF_THE_WIDTH, "@container $1");
    return style;
  });
}

function bodyOf(page: Document): Node {
  for (const source of page.querySelectorAll("source")) source.remove();
  for (const image of page.querySelectorAll("img")) image.replaceWith(placeOf(image));
  return document.importNode(page.body, true);
}

/** An image takes its own width where there is room, and its height follows. */
function placeOf(image: HTMLImageElement): HTMLElement {
  const [width, height] = [image.getAttribute("width"), image.getAttribute("height")];
  const place = image.ownerDocument.createElement("div");
  place.style.cssText = `inline-size: ${width}px; max-inline-size: 100%; margin-inline: auto;
    aspect-ratio: ${width} / ${height};`;
  return place;
}
