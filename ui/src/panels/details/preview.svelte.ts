/** How a credit would print with what is being typed; nothing is written. */
import { act } from "../../desk";
import type { Field, PrintsAs } from "../../desk/contract";
import { session } from "../session.svelte";

const PAUSE_MS = 90;

export class CreditPreview {
  printsAs = $state.raw<PrintsAs | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  type(photoId: string, field: Field, value: string): void {
    clearTimeout(this.#timer);
    const run = ++this.#run;
    this.#timer = setTimeout(() => void this.#ask(run, photoId, field, value), PAUSE_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#run += 1;
    this.printsAs = null;
  }

  async #ask(run: number, photoId: string, field: Field, value: string): Promise<void> {
    const request = { photoId, field, value, language: session.writing.language };
    // Without an answer the line stays as it is; the write itself says what went wrong.
    const printsAs = await act("preview_credit", request).catch(() => null);
    if (run === this.#run) this.printsAs = printsAs;
  }
}
