/** What can be done to figures. Each change is one entry of the history. */

import type { Node, ResolvedPos } from "prosemirror-model";
import type { EditorState, Selection, Transaction } from "prosemirror-state";
import { NodeSelection, TextSelection } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import type { Photo } from "../../../desk/contract";
import { cleanLine } from "../../clean";
import { changeFacts, photosOf } from "../../facts";
import { schema } from "../../schema";
import type { FigureAttrs, FigureEdit, Framing, PhotoPlace } from "../../types";
import { takeOut } from "../../blocks/travel";
import { partAt } from "../../fields";
import { framingOf, sameFraming, tidied } from "../../framing";

export type FigureLine = "caption" | "altText";

/** The figure at this position. */
export function figureAt(doc: Node, at: number): Node | null {
  if (at < 0 || at > doc.content.size) return null;
  const node = doc.nodeAt(at);
  return node?.type === schema.nodes.figure ? node : null;
}

/** The position of the figure that is selected or that the caret is in. */
export function figureAround(selection: Selection): number | null {
  if (selection instanceof NodeSelection && selection.node.type === schema.nodes.figure) {
    return selection.from;
  }
  return figureHolding(selection.$from);
}

/** The position of the figure that a position lies in. */
export function figureHolding($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type === schema.nodes.figure) return $pos.before(depth);
  }
  return null;
}

/** The story's own caption or alt text, and the position before it. */
export function lineOf(figure: Node, at: number, name: FigureLine): { line: Node; at: number } | null {
  let found: { line: Node; at: number } | null = null;
  figure.forEach((line, offset) => {
    if (line.type.name === name) found = { line, at: at + 1 + offset };
  });
  return found;
}

/** Sets plain text as the story's own; `null` lets the photo's stand again. */
export function setLine(tr: Transaction, at: number, name: FigureLine, text: string | null): void {
  const figure = figureAt(tr.doc, at);
  if (!figure) return;
  const present = lineOf(figure, at, name);
  if (text === null) {
    if (present) tr.delete(present.at, present.at + present.line.nodeSize);
  } else if (present) {
    retype(tr, present.at + 1, present.line.textContent, cleanLine(text));
  } else {
    const typed = cleanLine(text);
    const line = schema.nodes[name].create(null, typed === "" ? null : schema.text(typed));
    tr.insert(lineStart(figure, at, name), line);
  }
}

/** Replaces only what differs, so that marks stay and typing in a panel groups as typing does. */
function retype(tr: Transaction, start: number, old: string, text: string): void {
  if (tr.doc.resolve(start).parent.content.size !== old.length) {
    // A break or an unknown unit lies in it: then code units and positions do not keep step.
    tr.replaceWith(start, tr.doc.resolve(start).end(), text === "" ? [] : schema.text(text));
    return;
  }
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head++;
  let tail = 0;
  const shorter = Math.min(old.length, text.length) - head;
  while (tail < shorter && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  if (head === old.length && head === text.length) return;
  tr.insertText(text.slice(head, text.length - tail), start + head, start + old.length - tail);
}

function lineStart(figure: Node, at: number, name: FigureLine): number {
  const caption = lineOf(figure, at, "caption");
  return name === "altText" && caption ? caption.at + caption.line.nodeSize : at + 1;
}

/**
 * Puts the caret at the end of the figure's own caption or alt text. Where there is none, it is made
 * from the photo's, in one step.
 */
export function enterLine(state: EditorState, at: number, name: FigureLine): Transaction | null {
  const figure = figureAt(state.doc, at);
  if (!figure) return null;
  const tr = state.tr;
  if (!lineOf(figure, at, name)) {
    const photo = photosOf(state).get(figure.attrs.photoId as string);
    closeHistory(tr);
    setLine(tr, at, name, photo?.facts[name]?.value ?? "");
  }
  const made = figureAt(tr.doc, at);
  const present = made && lineOf(made, at, name);
  if (!present) return null;
  const end = present.at + 1 + present.line.content.size;
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView();
}

/** What a figure says besides its photo's id: also what only a framing or a replacement changes. */
type Attrs = Partial<
  Omit<FigureAttrs, "checkCaption" | "wantedCredit"> &
    Framing & { checkCaption: boolean; wantedCredit: string | null }
>;

export function setAttrs(tr: Transaction, at: number, attrs: Attrs): void {
  const figure = figureAt(tr.doc, at);
  if (!figure) return;
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== undefined && figure.attrs[name] !== value) tr.setNodeAttribute(at, name, value);
  }
}

/** Crops, turns, covers and focuses in one step of the history. */
export function setFraming(tr: Transaction, at: number, framing: Framing): void {
  const figure = figureAt(tr.doc, at);
  const wanted = tidied(framing);
  if (!figure || sameFraming(framingOf(figure.attrs), wanted)) return;
  setAttrs(closeHistory(tr), at, wanted);
}

/** Changes the words of several figures. Their places are those before any of the changes. */
export function editFigures(tr: Transaction, edits: FigureEdit[]): void {
  closeHistory(tr);
  // From the end, so that what a change makes longer moves no figure that is still to come.
  for (const { at, caption, altText, decorative } of [...edits].sort((a, b) => b.at - a.at)) {
    if (altText !== undefined) setLine(tr, at, "altText", altText);
    if (caption !== undefined) setLine(tr, at, "caption", caption);
    if (decorative !== undefined) setAttrs(tr, at, { decorative });
  }
}

export function removeFigure(tr: Transaction, at: number): void {
  if (figureAt(tr.doc, at)) takeOut(closeHistory(tr), at);
}

/** Settles which credit stands: the copy's is typed over the file's, or forgotten. */
export function settleCredit(state: EditorState, at: number, use: "copy" | "file"): Transaction | null {
  const figure = figureAt(state.doc, at);
  const credit = figure?.attrs.wantedCredit as string | null | undefined;
  if (!figure || !credit) return null;
  const tr = closeHistory(state.tr);
  const photoId = figure.attrs.photoId as string;
  if (use === "copy") {
    changeFacts(tr, photosOf(state), { what: "fact", photoId, field: "creditLine", value: credit });
  }
  return tr.setNodeAttribute(at, "wantedCredit", null);
}

/** Puts photos where `place` says: the first fills it, the others follow it as new figures. */
export function insertPhotos(tr: Transaction, photos: Photo[], place: PhotoPlace): void {
  const [first, ...others] = photos;
  if (!first) return;
  closeHistory(tr);
  const at = placeFirst(tr, first, place);
  let after = followingPosition(tr.doc, at);
  for (const photo of others) {
    const figure = newFigure(photo);
    tr.insert(after, figure);
    after += figure.nodeSize;
  }
  tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView();
}

/** Answers the position of the figure that then holds the photo. */
function placeFirst(tr: Transaction, photo: Photo, place: PhotoPlace): number {
  const at = targetFigure(tr, place);
  if (at !== null) {
    fillFigure(tr, at, photo);
    return at;
  }
  if (place.what === "lead") {
    const inside = partAt(tr.doc, "lead") + 1;
    tr.insert(inside, newFigure(photo));
    return inside;
  }
  if (place.what === "caret") return insertAtCaret(tr, photo);
  return insertBlock(tr, bodyPosition(tr.doc, place.at), photo);
}

/** The figure that shall hold the photo, when there is one already. */
function targetFigure(tr: Transaction, place: PhotoPlace): number | null {
  if (place.what === "figure") return figureAt(tr.doc, place.at) ? place.at : null;
  const inLead = partAt(tr.doc, "lead") + 1;
  if (place.what === "lead") return figureAt(tr.doc, inLead) ? inLead : null;
  if (place.what !== "caret") return null;
  const around = figureAround(tr.selection);
  if (around !== null) return isWanted(tr.doc, around) ? around : null;
  const above = tr.selection.$from.depth > 0 && tr.selection.from < inLead;
  return above && isWanted(tr.doc, inLead) ? inLead : null;
}

export function isWanted(doc: Node, at: number): boolean {
  return figureAt(doc, at)?.attrs.photoId === null;
}

/**
 * A wanted figure keeps its words. Another picture in the place of a picture brings its own alt text
 * and is not known to be a file photo; the caption stays.
 */
function fillFigure(tr: Transaction, at: number, photo: Photo): void {
  const replaced = !isWanted(tr.doc, at);
  if (figureAt(tr.doc, at)?.attrs.photoId === photo.id) return;
  tr.setNodeAttribute(at, "photoId", photo.id);
  if (!replaced) return;
  setLine(tr, at, "altText", null);
  setAttrs(tr, at, { decorative: false, filePhoto: false, wantedCredit: null });
}

function insertAtCaret(tr: Transaction, photo: Photo): number {
  const { $from } = tr.selection;
  const lead = partAt(tr.doc, "lead");
  if (tr.selection.from < lead && tr.doc.nodeAt(lead)?.childCount === 0) {
    tr.insert(lead + 1, newFigure(photo));
    return lead + 1;
  }
  const among = inGallery(tr);
  if (among !== null) return insertBlock(tr, among, photo);
  const inBody = $from.depth > 0 && $from.node(1).type === schema.nodes.body;
  if (!inBody) return insertBlock(tr, bodyPosition(tr.doc, tr.selection.from), photo);
  if (tr.selection instanceof NodeSelection && $from.depth === 1) {
    return insertBlock(tr, tr.selection.to, photo);
  }
  const emptyLine = $from.depth === 2 && $from.parent.content.size === 0;
  return insertBlock(tr, emptyLine ? $from.before(2) : $from.after(2), photo);
}

function insertBlock(tr: Transaction, at: number, photo: Photo): number {
  tr.insert(at, newFigure(photo));
  return at;
}

/** In the gallery around the selection, after its photo; at the end of a gallery that is selected. */
function inGallery({ selection }: Transaction): number | null {
  const { $from, to } = selection;
  const { gallery } = schema.nodes;
  if (selection instanceof NodeSelection && selection.node.type === gallery) return to - 1;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === gallery) return $from.depth > depth ? $from.after(depth + 1) : to;
  }
  return null;
}

/** The nearest place between two blocks of the body, or of the gallery that it names. */
function bodyPosition(doc: Node, at: number): number {
  const body = partAt(doc, "body");
  const start = body + 1;
  const end = start + (doc.nodeAt(body)?.content.size ?? 0);
  const $at = doc.resolve(Math.min(Math.max(at, start), end));
  if ($at.parent.type === schema.nodes.gallery) return $at.pos;
  return $at.depth > 1 ? $at.after(2) : $at.pos;
}

/** After a figure of the body or of a gallery; after the lead it is the head of the body. */
function followingPosition(doc: Node, at: number): number {
  const after = at + (figureAt(doc, at)?.nodeSize ?? 0);
  return bodyPosition(doc, after);
}

function newFigure(photo: Photo): Node {
  return schema.nodes.figure.create({ photoId: photo.id });
}
