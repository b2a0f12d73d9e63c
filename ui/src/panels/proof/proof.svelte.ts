/**
 * The proof of the story in the window: asked for after a pause in typing, never during it. The
 * newest run wins. What was shown stays until the next is there.
 */
import { act, DeskFailure, proofAddress, type Stop } from "../../desk";
import { say } from "../../messages";
import { onChanged } from "../changes";
import { desk } from "../desk.svelte";
import { commitDrafts } from "../drafts";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";
import { speak } from "../speak.svelte";
import { themes } from "../themes.svelte";

/** With the writing of the page it stays under half a second after the last key. */
const PAUSE_MS = 350;

/** How often the files of a desk's own theme are looked at while its proof is. */
const LOOK_MS = 1000;

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
  /** A theme to try; `null` for the desk's. */
  tried = $state<string | null>(null);
  readonly theme = $derived(this.tried ?? desk.about?.publication.theme ?? "plain");
  /** What was last seen of each theme's files, kept while nobody watches: no change is missed. */
  readonly #states: Record<string, string | undefined> = {};
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
    this.tried = null;
  }

  /** Shows the story in another theme, or in the desk's again. */
  try(theme: string): void {
    this.tried = theme === desk.about?.publication.theme ? null : theme;
    void this.now();
  }

  /** Has the desk's pages stand in the theme that is tried. */
  async choose(): Promise<void> {
    const theme = this.tried;
    if (theme === null) return;
    try {
      await desk.changePublication({ theme });
      this.tried = null;
      speak.softly(say.themes.chosen(themes.title(theme)));
    } catch (thrown) {
      notices.tellFailure(thrown, say.themes.choose);
    }
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
      const { address, ...page } = await act("proof", { storyId, document, theme: this.tried });
      if (run !== this.#run) return false;
      this.page = { ...page, storyId, address: proofAddress(address) };
      this.failure = null;
      return true;
    } catch (thrown) {
      if (run !== this.#run) return false;
      this.failure = DeskFailure.from(thrown, "make the proof");
      // No other theme takes the place of one that is refused.
      if (this.failure.code === "themeRefused") this.page = null;
      return false;
    }
  }

  /** Prints what stands in the window, whether or not its proof is looked at. */
  async print(): Promise<void> {
    const story = session.story;
    if (!story || !session.editor) return;
    try {
      commitDrafts();
      const document = session.editor.document();
      await act("proof", { storyId: story.id, document, theme: this.tried });
      await act("print_proof", { storyId: story.id });
    } catch (thrown) {
      notices.tellFailure(thrown, say.proof.print);
    }
  }

  /** Follows the story's photos, stops and publication for as long as the pane stands. */
  follow(): Stop {
    const stop = onChanged(() => this.soon());
    const stopThemes = themes.follow();
    themes.read().catch((thrown: unknown) => notices.tellFailure(thrown, say.themes.tried));
    return () => {
      stop();
      stopThemes();
      clearTimeout(this.#timer);
    };
  }

  /** Makes the proof again whenever a file of this theme is written. */
  watch(name: string): Stop {
    const look = async () => {
      const { state } = await act("theme_state", { name });
      const before = this.#states[name];
      this.#states[name] = state;
      if (before === undefined || before === state) return;
      void this.now();
      await themes.read();
    };
    // What cannot be looked at now is looked at again in a second.
    const again = () => void look().catch(() => undefined);
    again();
    const timer = setInterval(again, LOOK_MS);
    return () => clearInterval(timer);
  }
}

export const proof = new ProofView();
