/**
 * A long list that is read page by page: which rows are known, which are old, what to read next.
 *
 * Rows that are not read yet are `null`. After a change every page is old: its rows stay in sight
 * until somebody looks at them and they are read again.
 */
export const PAGE = 100;

/** Rows `skip` to `skip + most`. */
export interface Wanted {
  skip: number;
  most: number;
}

export class Pages<Row> {
  rows: readonly (Row | null)[] = [];
  #fresh = new Set<number>();
  #asked = new Set<number>();

  /** The list is `total` rows long now, and what is known of it may be old. */
  age(total: number): void {
    this.#fresh.clear();
    this.#asked.clear();
    this.rows = resized(this.rows, total);
  }

  forget(): void {
    this.rows = [];
    this.age(0);
  }

  /** The pages to read so that rows `from` to `to` are known and new, and asks for each only once. */
  ask(from: number, to: number): Wanted[] {
    const pages = pagesOf(from, Math.min(to, this.rows.length - 1)).filter(
      (page) => !this.#fresh.has(page) && !this.#asked.has(page),
    );
    for (const page of pages) this.#asked.add(page);
    return pages.map((page) => ({ skip: page * PAGE, most: PAGE }));
  }

  /** What was read from `skip` on. */
  put(skip: number, read: Row[]): void {
    const end = Math.min(this.rows.length, skip + read.length);
    this.rows = [...this.rows.slice(0, skip), ...read.slice(0, end - skip), ...this.rows.slice(end)];
    for (const page of pagesOf(skip, skip + PAGE - 1)) this.#fresh.add(page);
  }

  /** Reading failed; the page may be asked for again. */
  release({ skip }: Wanted): void {
    this.#asked.delete(Math.floor(skip / PAGE));
  }
}

function pagesOf(from: number, to: number): number[] {
  if (to < from) return [];
  const first = Math.floor(Math.max(0, from) / PAGE);
  const last = Math.floor(to / PAGE);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function resized<Row>(rows: readonly (Row | null)[], total: number): (Row | null)[] {
  return Array.from({ length: total }, (_, at) => rows[at] ?? null);
}
