/**
 * Fields of the right column that a person is still typing in. They write after a pause or when
 * left; before a story is left, checked for export or closed, all of them write at once.
 */
import type { Stop } from "../desk";

const open = new Set<() => void>();

/** Registers a field's way to write what stands in it. */
export function holdDraft(commit: () => void): Stop {
  open.add(commit);
  return () => void open.delete(commit);
}

export function commitDrafts(): void {
  for (const commit of open) commit();
}
