/** States that a desk adds to the five that Cutline knows. */
import type { WorkState } from "../../desk/contract";

/** They may be renamed and moved, and are always there. */
export const OWN_STATES: readonly string[] = ["writing", "desk", "subs", "ready", "published"];

/** An id for a new state: its name in small letters, or a number where that says nothing. */
export function newStateId(name: string, states: readonly WorkState[]): string {
  const plain = name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const wanted = plain === "" ? "state" : plain;
  const taken = (id: string) => states.some((state) => state.id === id);
  let id = wanted;
  for (let count = 2; taken(id); count += 1) id = `${wanted}-${count}`;
  return id;
}
