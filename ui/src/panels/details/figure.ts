import type { Selected } from "../../editor";

/** A selected figure, as the editor describes it. */
export type FigureSelected = Extract<Selected, { what: "figure" }>;
