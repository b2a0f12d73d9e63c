/**
 * The web view's own deleting, kept inside one field.
 *
 * A key may come before ProseMirror has heard of the last movement of the caret; then the web view
 * deletes by itself, and at the head of a field it would pull the field into the one before it.
 */

/** Everything that holds text of its own. */
const FIELD = ".field, .caption, .alt-text, .box-title, .fact-box, .correction-words, td, th, .body";

/** Prevents a deletion that reaches from one field into another. */
export function keepInField(event: InputEvent): boolean {
  if (!event.inputType.startsWith("delete")) return false;
  const reaches = event.getTargetRanges().some((range) => {
    return fieldOf(range.startContainer) !== fieldOf(range.endContainer);
  });
  if (reaches) event.preventDefault();
  return reaches;
}

function fieldOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(FIELD) ?? null;
}
