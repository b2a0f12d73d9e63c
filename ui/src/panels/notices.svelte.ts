/** Short messages at the foot of the window. Plain ones go by themselves; troubles stay. */
import { DeskFailure } from "../desk";

const SHOWN_MS = 6_000;

export interface Notice {
  id: number;
  text: string;
  advice: string | null;
  trouble: boolean;
  lines: { text: string; advice: string }[];
  action: { text: string; run: () => void } | null;
}

class Notices {
  shown = $state.raw<Notice[]>([]);
  #next = 0;

  tell(text: string, more: Partial<Omit<Notice, "id" | "text">> = {}): void {
    const id = this.#next++;
    const notice = { id, text, advice: null, trouble: false, lines: [], action: null, ...more };
    this.shown = [...this.shown.slice(-3), notice];
    if (!notice.trouble) setTimeout(() => this.dismiss(id), SHOWN_MS);
  }

  /** Says what failed and what to do. A person's own cancelling needs no words. */
  tellFailure(thrown: unknown, doing: string): void {
    const failure = DeskFailure.from(thrown, doing);
    if (failure.code === "cancelled") return;
    this.tell(failure.message, { advice: failure.advice, trouble: true });
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();
