import type { State } from "../desk/contract";

/** In the order of a desk's work. */
export const STATES: readonly State[] = ["writing", "desk", "subs", "ready", "published"];
