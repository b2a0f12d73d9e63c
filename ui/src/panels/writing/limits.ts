/** How long the parts of one story may be: the desk's limits, the most particular of each part. */
import type { LengthLimit, MeasuredPart, Plan } from "../../desk/contract";

type Of = Pick<Plan, "desk" | "kind">;

/** A limit for the desk and the kind goes before one for the desk, and that before one for the kind. */
export function limitsFor(
  limits: readonly LengthLimit[],
  story: Of,
): Partial<Record<MeasuredPart, number>> {
  const found: Partial<Record<MeasuredPart, number>> = {};
  const fitting = limits.filter((limit) => fits(limit, story));
  for (const { part, characters } of fitting.sort((a, b) => weight(a) - weight(b))) {
    found[part] = characters;
  }
  return found;
}

function fits({ desk, kind }: LengthLimit, story: Of): boolean {
  return (desk === null || desk === story.desk) && (kind === null || kind === story.kind);
}

function weight({ desk, kind }: LengthLimit): number {
  return (desk === null ? 0 : 2) + (kind === null ? 0 : 1);
}
