/** The figures in reading order, and how one takes the place of another. */

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { NodeSelection } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import { partAt } from "../../fields";
import { framingOf } from "../../framing";
import { schema } from "../../schema";
import type { FigureRow, Role } from "../../types";
import { lineOf } from "./commands";

interface Place {
  figure: Node;
  at: number;
}

/** The lead first, then those of the body and its galleries. */
export function figureRows(doc: Node): FigureRow[] {
  const lead = partAt(doc, "lead") + 1;
  return places(doc).map(({ figure, at }) => row(figure, at, at === lead));
}

function places(doc: Node): Place[] {
  return (["lead", "body"] as const).flatMap((part) => {
    const start = partAt(doc, part);
    const node = doc.nodeAt(start);
    return node ? figuresIn(node, start) : [];
  });
}

function figuresIn(parent: Node, at: number): Place[] {
  const { figure, gallery } = schema.nodes;
  const found: Place[] = [];
  parent.forEach((child, offset) => {
    const here = at + 1 + offset;
    if (child.type === figure) found.push({ figure: child, at: here });
    else if (child.type === gallery) found.push(...figuresIn(child, here));
  });
  return found;
}

function row(figure: Node, at: number, lead: boolean): FigureRow {
  const { photoId, role, filePhoto, decorative, checkCaption } = figure.attrs;
  return {
    at,
    lead,
    photoId: photoId as string | null,
    role: role as Role,
    filePhoto: filePhoto as boolean,
    decorative: decorative as boolean,
    checkCaption: checkCaption as boolean,
    framing: framingOf(figure.attrs),
    caption: lineOf(figure, at, "caption")?.line.textContent ?? null,
    altText: lineOf(figure, at, "altText")?.line.textContent ?? null,
  };
}

/**
 * Puts the figure at `from` into the place of the figure at `to`; those between them move up or down
 * by one place. The text around the places stays. Selects the figure where it then is.
 */
export function moveFigure(tr: Transaction, from: number, to: number): void {
  const all = places(tr.doc);
  const source = all.findIndex(({ at }) => at === from);
  const target = all.findIndex(({ at }) => at === to);
  if (source < 0 || target < 0 || source === target) return;
  const figures = all.map(({ figure }) => figure);
  figures.splice(target, 0, ...figures.splice(source, 1));
  closeHistory(tr);
  // From the end, so that the places before it stay where they are.
  for (let place = all.length - 1; place >= 0; place--) put(tr, all[place], figures[place]);
  const moved = places(tr.doc)[target];
  if (moved) tr.setSelection(NodeSelection.create(tr.doc, moved.at)).scrollIntoView();
}

function put(tr: Transaction, place: Place | undefined, figure: Node | undefined): void {
  if (!place || !figure || place.figure === figure) return;
  tr.replaceWith(place.at, place.at + place.figure.nodeSize, figure);
}
