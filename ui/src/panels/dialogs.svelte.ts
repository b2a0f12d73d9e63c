/** The one dialog that is open, and its answer. */
import type { DeskFailure } from "../desk";
import type { CopyForm, ExportForm, Release } from "../desk/contract";

export type Ask =
  | { what: "import" }
  | { what: "export"; form?: ExportForm }
  | { what: "notCopied"; form: CopyForm; release: Release }
  | { what: "site" }
  | { what: "palette" }
  | { what: "shortcuts" }
  | { what: "settings"; at?: string }
  | { what: "help"; at?: string }
  | { what: "frame"; at: number }
  | { what: "difference"; storyId: string; number: number | null }
  | { what: "kill"; storyId: string; name: string }
  | { what: "liftKill"; storyId: string }
  | { what: "templates" }
  | { what: "saveTemplate"; storyId: string; name: string }
  | { what: "link"; current: string; answer: (address: string | null) => void }
  | { what: "unsaved"; slug: string; failure: DeskFailure | null; answer: (goOn: boolean) => void };

class Dialogs {
  ask = $state.raw<Ask | null>(null);

  show(ask: Ask): void {
    this.close();
    this.ask = ask;
  }

  /** Closing without an answer is the cautious answer. */
  close(): void {
    const ask = this.ask;
    this.ask = null;
    if (ask?.what === "link") ask.answer(null);
    if (ask?.what === "unsaved") ask.answer(false);
  }

  askLink(current: string): Promise<string | null> {
    return new Promise((answer) => this.show({ what: "link", current, answer }));
  }

  /** Whether to go on although the text is only in this window. */
  askUnsaved(slug: string, failure: DeskFailure | null): Promise<boolean> {
    return new Promise((answer) => this.show({ what: "unsaved", slug, failure, answer }));
  }
}

export const dialogs = new Dialogs();
