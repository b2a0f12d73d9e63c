/**
 * The editor's calls about words: how they are typed, counted, found and replaced. `editor.ts` has the
 * rest; what each call promises stands in `types.ts`.
 */

import type { Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { selectedText, selectionCounts } from "./counts";
import { photosOf } from "./facts";
import { goToMatch, putMatches } from "./find/plugin";
import { replace } from "./find/replace";
import { NOTHING_FOUND, findIn } from "./find/search";
import type { Chosen, Found, Match, Search } from "./find/types";
import { foldHeadlines, putPeople } from "./furniture/lines";
import { putHabits } from "./habits";
import { goToOutline, outlineAt, outlineOf } from "./outline";
import { goToTk, tkCount } from "./tk";
import type { Counts, Habits, OutlineRow } from "./types";
import { fixQuotes } from "./typography/fix";

export abstract class WordsEditor {
  protected abstract readonly view: EditorView;
  protected abstract readOnly: boolean;
  protected abstract visited: boolean;
  /** They hold for the next story too. */
  protected habits: Partial<Habits> = {};

  setHabits(habits: Partial<Habits>): void {
    this.habits = { ...this.habits, ...habits };
    this.view.dispatch(putHabits(this.view.state.tr, habits));
  }

  setPeople(people: readonly string[]): void {
    this.view.dispatch(putPeople(this.view.state.tr, people));
  }

  toggleHeadlines(): void {
    this.view.focus();
    this.view.dispatch(foldHeadlines(this.view.state, true));
  }

  fixQuotes(): void {
    if (!this.readOnly) this.view.dispatch(fixQuotes(this.view.state));
  }

  tks(): number {
    return tkCount(this.view.state);
  }

  nextTk(step: 1 | -1): void {
    this.run(goToTk(this.view.state, step));
  }

  selectionCounts(): Counts {
    return selectionCounts(this.view.state);
  }

  selectedText(): string {
    return selectedText(this.view.state);
  }

  outline(): { rows: OutlineRow[]; at: number } {
    const rows = outlineOf(this.view.state.doc);
    return { rows, at: outlineAt(rows, this.view.state) };
  }

  goToRow(row: OutlineRow): void {
    this.run(goToOutline(this.view.state, row));
  }

  find(search: Search | null): Found {
    const { state } = this.view;
    const found = search ? findIn(state.doc, photosOf(state), search) : NOTHING_FOUND;
    this.view.dispatch(putMatches(state.tr, found.matches));
    return found;
  }

  showMatch(match: Match): void {
    const tr = goToMatch(this.view.state, match);
    if (tr) this.view.dispatch(tr);
  }

  replace(search: Search, by: string, chosen: Chosen): number {
    if (this.readOnly) return 0;
    const { tr, count } = replace(this.view.state, search, by, chosen);
    if (count > 0) this.view.dispatch(tr);
    return count;
  }

  /** Goes somewhere, as a person who then types there. */
  private run(tr: Transaction | null): void {
    if (!tr) return;
    this.visited = true;
    this.view.focus();
    this.view.dispatch(tr);
  }
}
