/** What the editor says aloud to those who do not see the page: where something went. */

import type { Transaction } from "prosemirror-state";

const KEY = "announce";

/** Has `words` said when the transaction is applied. */
export function announce(tr: Transaction, words: string): Transaction {
  return tr.setMeta(KEY, words);
}

export class Announcer {
  readonly dom = document.createElement("div");

  constructor() {
    this.dom.className = "unseen";
    this.dom.setAttribute("role", "status");
    this.dom.setAttribute("aria-live", "polite");
  }

  hear(tr: Transaction): void {
    const words = tr.getMeta(KEY) as string | undefined;
    if (words === undefined) return;
    // As an element of its own: WebKit tells of those, and not of text that changes. So the same words
    // are said twice, too.
    const line = document.createElement("p");
    line.textContent = words;
    this.dom.replaceChildren(line);
  }
}
