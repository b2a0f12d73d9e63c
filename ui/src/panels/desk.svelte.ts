/** The desk that this window shows: where it lies, its publication, and who else holds it. */
import { act, DeskFailure, type Stop } from "../desk";
import type { AboutDesk, ChangePublication } from "../desk/contract";
import { onChanged, write } from "./changes";

const AS_IT_IS: ChangePublication = {
  name: null,
  siteAddress: null,
  language: null,
  timeZone: null,
  creditTemplate: null,
  headlineLimit: null,
  strict: null,
  webp: null,
  avif: null,
  theme: null,
};

class Desk {
  about = $state.raw<AboutDesk | null>(null);
  /** Why there is no desk to work on. */
  failure = $state.raw<DeskFailure | null>(null);
  readonly heldBy = $derived(this.about?.heldBy ?? null);
  readonly readOnly = $derived(this.heldBy !== null);

  /** Answers whether there is a desk. */
  async load(about = act("about_desk", {})): Promise<boolean> {
    try {
      this.about = await about;
      this.failure = null;
    } catch (thrown) {
      this.failure = DeskFailure.from(thrown, "open the desk");
    }
    return this.failure === null;
  }

  follow(): Stop {
    return onChanged((changed) => {
      if (changed.some(({ what }) => what === "publication")) void this.load();
    });
  }

  /** Changes what is given, and leaves the rest as it is. */
  async changePublication(change: Partial<ChangePublication>): Promise<void> {
    const publication = await write("change_publication", { ...AS_IT_IS, ...change });
    if (this.about) this.about = { ...this.about, publication };
  }

  /** Whether the questions before the first export were put on this desk. */
  get wasAsked(): boolean {
    return localStorage.getItem(this.#askedKey) !== null;
  }

  noteAsked(): void {
    localStorage.setItem(this.#askedKey, "yes");
  }

  get #askedKey(): string {
    return `publication-asked ${this.about?.folder ?? ""}`;
  }
}

export const desk = new Desk();
