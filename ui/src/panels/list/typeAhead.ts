/** Typing the first letters of a story in the list. */
import type { StoryRow } from "../../desk/contract";

const PAUSE_MS = 900;

export class TypeAhead {
  #typed = "";
  #last = 0;

  /** What is typed so far; a pause begins anew. */
  add(letter: string, at: number): string {
    this.#typed = at - this.#last > PAUSE_MS ? letter : this.#typed + letter;
    this.#last = at;
    return this.#typed;
  }
}

/**
 * The next row whose headline or slug begins with `typed`, from `at` on and round to it again; −1 when
 * there is none. One letter goes on to the next row, more letters may stay where they are.
 */
export function rowBeginning(rows: readonly (StoryRow | null)[], typed: string, at: number): number {
  const wanted = typed.toLocaleLowerCase();
  const first = wanted.length > 1 ? at : at + 1;
  for (let step = 0; step < rows.length; step += 1) {
    const index = (first + step) % rows.length;
    if (begins(rows[index] ?? null, wanted)) return index;
  }
  return -1;
}

function begins(row: StoryRow | null, wanted: string): boolean {
  if (!row) return false;
  return [row.headline, row.slug].some((text) => text.trim().toLocaleLowerCase().startsWith(wanted));
}
