/**
 * The proof of the story in the window: asked for after a pause in typing, never during it. The
 * newest run wins. What was shown stays until the next is there.
 */
import { act, DeskFailure, proofAddress, type Stop } from "../../desk";
import { say } from "../../messages";
import { onChanged } from "../changes";
import { commitDrafts } from "../drafts";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";

/** With the writing of the page it stays under half a second after the last key. */
const PAUSE_MS = 350;

export type Width = "desktop" | "phone" | "print";

/** CSS pixels of the page in each width: a common laptop, a common phone, a sheet of A4. */
export const PAGE_PX: Record<Width, number> = { desktop: 1280, phone: 390, print: 794 };

/** One page, as it was made. */
export interface ProofPage {
  storyId: string;
  address: string;
  html: string;
  credits: number;
  bytes: number;
}

class ProofView {
  open = $state(false);
  width = $state<Width>("desktop");
  page = $state.raw<ProofPage | null>(null);
  failure = $state.raw<DeskFailure | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  toggle(): void {
    if (this.open) return this.close();
    if (!session.story) return;
    this.open = true;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#run += 1;
    this.open = false;
    this.page = null;
    this.failure = null;
  }

  /** Makes the proof after a pause, while it is looked at. Cheap: call it for every change. */
  soon(): void {
    if (!this.open) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), PAUSE_MS);
  }

  /** Answers whether the newest text has its proof. */
  async now(): Promise<boolean> {
    clearTimeout(this.#timer);
    const run = ++this.#run;
    const storyId = session.story?.id;
    if (!storyId || !session.editor) return false;
    try {
      const document = session.editor.document();
      const { address, ...page } = await act("proof", { storyId, document });
      if (run !== this.#run) return false;
      this.page = { ...page, storyId, address: proofAddress(address) };
      this.failure = null;
      return true;
    } catch (thrown) {
      if (run === this.#run) this.failure = DeskFailure.from(thrown, "make the proof");
      return false;
    }
  }

  /** Prints what stands in the window, whether or not its proof is looked at. */
  async print(): Promise<void> {
    const story = session.story;
    if (!story || !session.editor) return;
    try {
      commitDrafts();
      await act("proof", { storyId: story.id, document: session.editor.document() });
      await act("print_proof", { storyId: story.id });
    } catch (thrown) {
      notices.tellFailure(thrown, say.proof.print);
    }
  }

  /** Follows the story's photos, stops and publication for as long as the pane stands. */
  follow(): Stop {
    const stop = onChanged(() => this.soon());
    return () => {
      stop();
      clearTimeout(this.#timer);
    };
  }
}

export const proof = new ProofView();
