/** Which stories are selected, and from where a range is drawn. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The row that a range begins at. */
  readonly anchor: number;
}

export const NONE: Selection = { ids: new Set(), anchor: 0 };

/** Takes the story into the selection or out of it; the next range begins here. */
export function toggled(selection: Selection, id: string, at: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: at };
}

/** The rows from the anchor to `at`, both included, in the order of the list. */
export function rangeTo(selection: Selection, at: number): { from: number; to: number } {
  return { from: Math.min(selection.anchor, at), to: Math.max(selection.anchor, at) };
}

/** Exactly these; the anchor stays, so that the range can grow and shrink. */
export function withRange(selection: Selection, ids: string[]): Selection {
  return { ...selection, ids: new Set(ids) };
}
