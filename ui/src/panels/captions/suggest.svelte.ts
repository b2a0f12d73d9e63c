/**
 * What the desk has written in a column before, for whoever begins to type there. Nothing is taken by
 * accident: no line is chosen until an arrow key chooses it.
 */
import { act } from "../../desk";
import type { Field } from "../../desk/contract";

const PAUSE_MS = 90;
const MOST = 8;

export class Suggestions {
  values = $state.raw<string[]>([]);
  /** The chosen line; −1 for none. */
  at = $state(-1);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(private readonly field: Field) {}

  get open(): boolean {
    return this.values.length > 0;
  }

  get chosen(): string | null {
    return this.values[this.at] ?? null;
  }

  ask(typed: string): void {
    clearTimeout(this.#timer);
    this.at = -1;
    this.#timer = setTimeout(() => void this.#read(typed), PAUSE_MS);
  }

  step(by: number): void {
    const lines = this.values.length + 1;
    this.at = ((this.at + 1 + by + lines) % lines) - 1;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.values = [];
    this.at = -1;
  }

  /** A help that fails is no help missed: the person types on. */
  async #read(typed: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const values = await act("suggest", { field: this.field, typed: typed.trim(), limit: MOST });
      if (asked === this.#asked) this.values = values.filter((value) => value !== typed.trim());
    } catch {
      this.values = [];
    }
  }
}
