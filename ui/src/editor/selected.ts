/** What is selected, in the words of the right column. */

import type { EditorState } from "prosemirror-state";
import { AllSelection } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import { figureAround, figureAt, lineOf } from "./elements/figure/commands";
import { framingOf } from "./framing";
import { schema } from "./schema";
import type { Role, Selected } from "./types";

export function selectedIn(state: EditorState): Selected {
  const at = figureAround(state.selection);
  const figure = at === null ? null : figureAt(state.doc, at);
  if (at !== null && figure) return selectedFigure(state, figure, at);
  if (state.selection instanceof AllSelection) return { what: "story" };
  return { what: "text", part: partName(state), empty: state.selection.empty };
}

/** Whether both say the same, so that nothing need follow. */
export function sameSelected(one: Selected, other: Selected): boolean {
  if (one.what === "text" && other.what === "text") {
    return one.part === other.part && one.empty === other.empty;
  }
  return one.what === other.what && JSON.stringify(one) === JSON.stringify(other);
}

function selectedFigure(state: EditorState, figure: Node, at: number): Selected {
  return {
    what: "figure",
    at,
    lead: state.doc.resolve(at).parent.type === schema.nodes.lead,
    photoId: figure.attrs.photoId as string | null,
    filePhoto: figure.attrs.filePhoto as boolean,
    decorative: figure.attrs.decorative as boolean,
    role: figure.attrs.role as Role,
    framing: framingOf(figure.attrs),
    checkCaption: figure.attrs.checkCaption as boolean,
    wantedCredit: figure.attrs.wantedCredit as string | null,
    caption: lineOf(figure, at, "caption")?.line.textContent ?? null,
    altText: lineOf(figure, at, "altText")?.line.textContent ?? null,
  };
}

/** A paragraph of a list or a quote goes by the name of what it stands in. */
function partName(state: EditorState): string {
  const { $from } = state.selection;
  const part = $from.depth > 1 ? $from.node(2) : $from.depth > 0 ? $from.node(1) : state.doc;
  return $from.parent.type === schema.nodes.attribution ? "attribution" : part.type.name;
}
