/**
 * One photo in the place of another. A credit never comes along: it is the photo's own. What the
 * story says of the old picture stays only where the new one is the same picture.
 */

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { NodeSelection } from "prosemirror-state";
import { closeHistory } from "prosemirror-history";
import type { Photo, ReplacedPhoto } from "../../../desk/contract";
import type { Photos } from "../../facts";
import { bringPhotos } from "../../facts";
import { PLAIN, framingOf, sameFraming } from "../../framing";
import { cleanLine } from "../../clean";
import type { FigureAttrs } from "../../types";
import type { FigureLine } from "./commands";
import { figureAt, lineOf, setAttrs, setLine } from "./commands";

/** The figures as they were before their photo was replaced, by the new photo's id. */
export type Replaced = Map<string, Node>;

/** What a new picture brings with it: nothing of what was said or done about the old one. */
const FRESH = { decorative: false, filePhoto: false, wantedCredit: null, ...PLAIN };

/**
 * Puts the photo into the figure, as one step. Where it stands there already, and only turned out to
 * be the same picture, what was taken away from the figure comes back.
 */
export function replacePhoto(
  tr: Transaction,
  at: number,
  { photo, samePicture }: ReplacedPhoto,
  photos: Photos,
  replaced: Replaced,
): void {
  const figure = figureAt(tr.doc, at);
  if (!figure) return;
  const here = figure.attrs.photoId === photo.id;
  const before = here ? replaced.get(photo.id) : figure;
  if (!before || (here && !samePicture)) return;
  const old = photos.get(before.attrs.photoId as string);
  replaced.set(photo.id, before);
  closeHistory(bringPhotos(tr, [photo]));
  tr.setNodeAttribute(at, "photoId", photo.id);
  if (!samePicture) freshWords(tr, at, old);
  else if (here) giveBack(tr, at, before, old);
  // A framing was drawn on the old pixels: on others it would cover and show the wrong parts.
  if (samePicture && !sameSize(old, photo)) setAttrs(tr, at, PLAIN);
  tr.setSelection(NodeSelection.create(tr.doc, at));
}

function sameSize(old: Photo | undefined, photo: Photo): boolean {
  return old?.widthPx === photo.widthPx && old.heightPx === photo.heightPx;
}

/** The caption stays, marked to be looked at; alt text and the rest are the new picture's. */
function freshWords(tr: Transaction, at: number, old: Photo | undefined): void {
  const own = ownCaption(old);
  if (!line(tr, at, "caption") && own !== "") setLine(tr, at, "caption", own);
  setLine(tr, at, "altText", null);
  const checkCaption = (line(tr, at, "caption")?.line.content.size ?? 0) > 0;
  setAttrs(tr, at, { ...FRESH, checkCaption });
}

/** Takes back what `freshWords` did, except where somebody has written or framed since. */
function giveBack(tr: Transaction, at: number, before: Node, old: Photo | undefined): void {
  const { decorative, filePhoto, wantedCredit, checkCaption } = before.attrs as FigureAttrs;
  setAttrs(tr, at, { decorative, filePhoto, wantedCredit, checkCaption });
  const now = figureAt(tr.doc, at);
  if (now && sameFraming(framingOf(now.attrs), PLAIN)) setAttrs(tr, at, framingOf(before.attrs));
  const caption = line(tr, at, "caption");
  const untouched = caption?.line.textContent === ownCaption(old);
  if (untouched && !lineOf(before, 0, "caption")) setLine(tr, at, "caption", null);
  const altText = lineOf(before, 0, "altText");
  if (altText && !line(tr, at, "altText")) tr.insert(lineStart(tr, at), altText.line);
}

function ownCaption(photo: Photo | undefined): string {
  const own = cleanLine(photo?.facts.caption?.value ?? "");
  return own.trim() === "" ? "" : own;
}

function line(tr: Transaction, at: number, name: FigureLine) {
  const figure = figureAt(tr.doc, at);
  return figure && lineOf(figure, at, name);
}

/** Where an alt text goes: after the caption. */
function lineStart(tr: Transaction, at: number): number {
  const caption = line(tr, at, "caption");
  return caption ? caption.at + caption.line.nodeSize : at + 1;
}
