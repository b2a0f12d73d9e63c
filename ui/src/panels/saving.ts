/**
 * The save loop: when a draft is written, and what is known of it.
 *
 * It promises: the document is read only when a save begins, never per key; one save is in flight
 * at a time; a change is written within 600 ms of a pause, and every two seconds of typing; a
 * failed save is tried again and the text stays; a draft that moved on is never overwritten.
 * Not here: what a document is, and who writes it.
 */
import { DeskFailure } from "../desk";
import type { SavedDraft } from "../desk/contract";

export const PAUSE_MS = 600;
export const LONGEST_WAIT_MS = 2_000;
export const RETRIES_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

/** What the top of the window says of the draft. */
export type Saving =
  | { is: "saved"; at: string }
  | { is: "unsaved" }
  | { is: "saving" }
  | { is: "failed"; failure: DeskFailure }
  | { is: "movedOn"; failure: DeskFailure };

export interface SaveTools {
  document(): string;
  write(document: string, basedOn: number): Promise<SavedDraft>;
  tell(saving: Saving): void;
}

export class SaveLoop {
  #revision: number;
  #dirty = false;
  #unsavedSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;
  #flight: Promise<void> | null = null;
  #failures = 0;
  #over = false;

  constructor(
    private readonly tools: SaveTools,
    revision: number,
  ) {
    this.#revision = revision;
  }

  /** The newest revision that this window wrote or opened. */
  get revision(): number {
    return this.#revision;
  }

  /** The document changed. Cheap: call it for every key. */
  changed(): void {
    if (this.#over) return;
    if (!this.#dirty && this.#failures === 0) this.tools.tell({ is: "unsaved" });
    this.#dirty = true;
    this.#unsavedSince ??= Date.now();
    if (this.#flight === null && this.#failures === 0) this.#wait();
  }

  /** Writes at once what is not written. Answers whether all of it is on disk. */
  async flush(): Promise<boolean> {
    while (this.#flight !== null || (this.#dirty && !this.#over)) {
      await (this.#flight ?? this.#save());
      if (this.#failures > 0) return false;
    }
    return !this.#dirty;
  }

  /** No more saves: the story is closed, or its text lives on in another one. */
  stop(): void {
    this.#over = true;
    this.#disarm();
  }

  /** Called with every key, so the timer that runs stays: it looks at the clock when it ends. */
  #wait(): void {
    const now = Date.now();
    this.#due = Math.min(now + PAUSE_MS, (this.#unsavedSince ?? now) + LONGEST_WAIT_MS);
    if (this.#timer === undefined) this.#arm();
  }

  #schedule(ms: number): void {
    this.#disarm();
    this.#due = Date.now() + ms;
    this.#arm();
  }

  #arm(): void {
    const ended = () => {
      this.#timer = undefined;
      if (Date.now() < this.#due) this.#arm();
      else void this.#save();
    };
    this.#timer = setTimeout(ended, Math.max(0, this.#due - Date.now()));
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #save(): Promise<void> {
    this.#disarm();
    this.#dirty = false;
    this.#unsavedSince = null;
    this.tools.tell({ is: "saving" });
    this.#flight = this.#write()
      .then((saved) => this.#wrote(saved))
      .catch((thrown: unknown) => this.#failed(DeskFailure.from(thrown, "save")));
    return this.#flight;
  }

  async #write(): Promise<SavedDraft> {
    return this.tools.write(this.tools.document(), this.#revision);
  }

  #wrote(saved: SavedDraft): void {
    this.#flight = null;
    this.#failures = 0;
    this.#revision = saved.revision;
    if (!this.#dirty) return this.tools.tell({ is: "saved", at: saved.savedAt });
    this.tools.tell({ is: "unsaved" });
    if (!this.#over) this.#wait();
  }

  #failed(failure: DeskFailure): void {
    this.#flight = null;
    this.#dirty = true;
    this.#unsavedSince ??= Date.now();
    if (failure.code === "storyMovedOn") {
      this.stop();
      return this.tools.tell({ is: "movedOn", failure });
    }
    const wait = RETRIES_MS[Math.min(this.#failures, RETRIES_MS.length - 1)] ?? PAUSE_MS;
    this.#failures += 1;
    this.tools.tell({ is: "failed", failure });
    if (!this.#over) this.#schedule(wait);
  }
}
