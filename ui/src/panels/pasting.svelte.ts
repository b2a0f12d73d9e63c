/** The receipt of the last paste, and the way by which copied HTML reaches the core. */
import { act } from "../desk";
import type { PastedParts } from "../desk/contract";
import type { Pasted } from "../editor";
import { session } from "./session.svelte";

/** A receipt that asks for nothing goes by itself. */
const SHOWN_MS = 12_000;

/** Office marks its paragraphs so; the web view takes the rest of what Office says away. */
const FROM_OFFICE = /class="?[^">]*\bMso/;

class Pasting {
  last = $state.raw<Pasted | null>(null);
  #going: ReturnType<typeof setTimeout> | undefined;

  show(pasted: Pasted): void {
    this.dismiss();
    const { receipt, leftOut, plainOnly } = pasted;
    if (receipt === "" && leftOut.length === 0 && !plainOnly) return;
    this.last = pasted;
    if (leftOut.length === 0 && !plainOnly) this.#going = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  /** The person is looking at it. */
  stay(): void {
    clearTimeout(this.#going);
  }

  dismiss(): void {
    clearTimeout(this.#going);
    this.last = null;
  }
}

export const pasting = new Pasting();

/** Reads copied HTML, as it lay in the clipboard before the web view cleaned it. */
export async function readHtml(html: string, plain: string): Promise<PastedParts> {
  const raw = FROM_OFFICE.test(html) ? await rawHtml() : null;
  return act("read_html", {
    html: wellFormed(raw ?? html),
    plain: wellFormed(plain),
    language: session.writing.language,
  });
}

async function rawHtml(): Promise<string | null> {
  try {
    return await act("clipboard_html", {});
  } catch {
    // The cleaned form is still there.
    return null;
  }
}

/** Half a surrogate pair would not reach the core. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
