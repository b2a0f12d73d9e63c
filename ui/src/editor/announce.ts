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
    // The same words twice are said twice only when something changes.
    this.dom.textContent = this.dom.textContent === words ? `${words}\u00a0` : words;
  }
}
