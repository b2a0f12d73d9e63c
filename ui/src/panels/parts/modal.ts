/** Shows a dialog over the rest of the window, and gives the focus back where it was. */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  const scrolled = ancestors(before).map((element) => ({ element, top: element.scrollTop }));
  dialog.showModal();
  dialog.querySelector<HTMLElement>("[data-first]")?.focus();
  return () => {
    dialog.close();
    // The browser gives it back by itself, but not where it was drawn out of the page meanwhile.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    // And scrolls to it: a person who only looked at the palette has not moved.
    for (const { element, top } of scrolled) element.scrollTop = top;
  };
}

function ancestors(element: Element | null): Element[] {
  const parent = element?.parentElement ?? null;
  return parent === null ? [] : [parent, ...ancestors(parent)];
}
