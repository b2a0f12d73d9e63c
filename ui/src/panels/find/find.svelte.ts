/**
 * Find and replace in the open story: text, furniture, captions, credits and alt text. It searches
 * after a pause, because a long story takes a moment; what changes meanwhile is searched again.
 */
import type { Found, Match, Search } from "../../editor";
import { say } from "../../messages";
import { session } from "../session.svelte";

const PAUSE_MS = 140;
const NOTHING: Found = { matches: [], more: false };

class Find {
  open = $state(false);
  replacing = $state(false);
  text = $state("");
  by = $state("");
  matchCase = $state(false);
  wholeWord = $state(false);
  accents = $state(false);
  found = $state.raw<Found>(NOTHING);
  /** Which match a person is at; -1: none. */
  at = $state(-1);
  /** The keys of the matches that stay as they are. */
  kept = $state.raw<ReadonlySet<string>>(new Set());
  /** What the last replacing did. */
  said = $state("");
  readonly search: Search | null = $derived(
    this.text === ""
      ? null
      : { text: this.text, matchCase: this.matchCase, wholeWord: this.wholeWord, accents: this.accents },
  );
  readonly chosen: number = $derived(this.found.matches.filter(({ key }) => !this.kept.has(key)).length);
  /** Counts the wishes to have the cursor in the field. */
  asked = $state(0);
  #before: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = false;

  /** Opens it, with what is selected. */
  show(replacing: boolean): void {
    if (!this.open) this.#before = focused();
    const selected = session.editor?.selectedText().trim() ?? "";
    if (selected !== "") this.text = selected;
    this.open = true;
    this.replacing = replacing || this.replacing;
    this.said = "";
    this.asked += 1;
    this.soon();
  }

  /** Closes it; the focus goes back to where it was. */
  close(): void {
    clearTimeout(this.#timer);
    this.#due = false;
    this.open = this.replacing = false;
    this.found = NOTHING;
    this.at = -1;
    session.editor?.find(null);
    const before = this.#before;
    this.#before = null;
    if (before?.isConnected && before.closest(".story") === null) before.focus();
    else session.editor?.focus();
  }

  /** Another story, another search. */
  forget(): void {
    this.kept = new Set();
    this.at = -1;
    this.soon();
  }

  soon(): void {
    clearTimeout(this.#timer);
    if (!this.open) return;
    this.#due = true;
    this.#timer = setTimeout(() => this.#run(), PAUSE_MS);
  }

  /** The next match, or the one before; round the end. */
  step(step: 1 | -1): void {
    this.#settle();
    const { matches } = this.found;
    if (matches.length === 0) return;
    const from = this.at < 0 && step < 0 ? 0 : this.at;
    this.go((from + step + matches.length) % matches.length);
  }

  go(at: number): void {
    const match = this.found.matches[at];
    if (!match) return;
    this.at = at;
    session.editor?.showMatch(match);
  }

  keep(match: Match, keep: boolean): void {
    const others = [...this.kept].filter((key) => key !== match.key);
    this.kept = new Set(keep ? [...others, match.key] : others);
  }

  /** Replaces the match that a person is at, and goes to the next. */
  replaceOne(): void {
    this.#settle();
    if (this.at < 0) return this.step(1);
    const match = this.found.matches[this.at];
    if (!match || !this.search) return;
    const { at } = this;
    this.#tell(session.editor?.replace(this.search, this.by, { only: match }) ?? 0);
    this.go(Math.min(at, this.found.matches.length - 1));
  }

  replaceAll(): void {
    this.#settle();
    if (!this.search) return;
    this.#tell(session.editor?.replace(this.search, this.by, { except: this.kept }) ?? 0);
  }

  #tell(count: number): void {
    this.said = say.find.replaced(count);
    this.#run();
  }

  #settle(): void {
    if (this.#due) this.#run();
  }

  #run(): void {
    clearTimeout(this.#timer);
    this.#due = false;
    if (!this.open) return;
    const here = this.found.matches[this.at]?.key;
    this.found = session.editor?.find(this.search) ?? NOTHING;
    this.at = here === undefined ? -1 : this.found.matches.findIndex(({ key }) => key === here);
  }
}

function focused(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

export const find = new Find();
