/** Small pieces of page that are not part of the document. */

type Children = (Node | string | null)[];

/** An element with a class and children; text goes in as text, never as HTML. */
export function piece(tag: string, className: string, ...children: Children): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.contentEditable = "false";
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button that leaves the selection where it is. */
export function button(className: string, text: string, click: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = text;
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("click", click);
  return element;
}
