/**
 * Work that waits until nothing has asked for it for a while. Asking is as cheap as reading the clock,
 * so it may be done with every key: one timer runs at a time, and looks at the clock when it ends.
 */
export class Pause {
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ms: number,
    private readonly work: () => void,
  ) {}

  soon(): void {
    this.#asked = Date.now();
    this.#timer ??= setTimeout(() => this.#ended(), this.ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #ended(): void {
    const left = this.#asked + this.ms - Date.now();
    this.#timer = left > 0 ? setTimeout(() => this.#ended(), left) : undefined;
    if (left <= 0) this.work();
  }
}
