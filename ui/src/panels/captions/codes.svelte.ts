/** The desk's code replacements, and any text box that shall know them. */
import { act } from "../../desk";
import type { CodeReplacement } from "../../desk/contract";
import { write } from "../changes";
import { notices } from "../notices.svelte";
import { expansion } from "../../editor";

class Codes {
  all = $state.raw<CodeReplacement[]>([]);
  #asked = false;

  /** Reads them once; later calls do nothing. */
  async load(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    await this.#read();
  }

  /** An empty text takes the code away. Answers whether it was done. */
  async set(code: string, text: string): Promise<boolean> {
    return this.#done(write("set_code", { code, text }), "keep the code");
  }

  /** Takes a tab-separated file in: a code, a tab, its text. */
  async importFile(path: string): Promise<{ taken: number; leftOut: string[] } | null> {
    try {
      const imported = await write("import_codes", { path });
      await this.#read();
      return imported;
    } catch (thrown) {
      notices.tellFailure(thrown, "import the codes");
      return null;
    }
  }

  async #done(writing: Promise<unknown>, doing: string): Promise<boolean> {
    try {
      await writing;
      await this.#read();
      return true;
    } catch (thrown) {
      notices.tellFailure(thrown, doing);
      return false;
    }
  }

  async #read(): Promise<void> {
    try {
      this.all = await act("code_replacements", {});
    } catch (thrown) {
      this.#asked = false;
      notices.tellFailure(thrown, "read the codes");
    }
  }
}

export const codes = new Codes();

type Box = HTMLTextAreaElement | HTMLInputElement;

/** Expands codes while somebody types in a box: `<textarea {@attach expandsCodes}>`. */
export function expandsCodes(box: Box): () => void {
  void codes.load();
  const expand = (event: Event) => {
    if (!(event as InputEvent).isComposing) expandIn(box);
  };
  box.addEventListener("input", expand);
  return () => box.removeEventListener("input", expand);
}

function expandIn(box: Box): void {
  const caret = box.selectionStart ?? 0;
  const found = expansion(box.value, caret, codes.all);
  if (!found) return;
  box.setSelectionRange(found.from, caret);
  // The one way in which the box's own undo takes the text back to the code. It is an input too, so
  // whoever follows the box hears of it.
  if (document.execCommand("insertText", false, found.text)) return;
  box.setRangeText(found.text, found.from, caret, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
