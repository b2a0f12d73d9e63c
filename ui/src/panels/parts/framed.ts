/** The picture of a figure in a column of text, no larger than the column shows it. */
import { photoAddress, zoomFactor } from "../../desk";
import { isPlain, type Framing } from "../../editor";

/** The longer side of the largest figure, in CSS pixels: elements/figure/figure.css. */
const LONGEST = 760;
/** A picture of 1600 pixels takes four times the memory once it is decoded. */
const SMALL_PX = 800;

/** Where the eye goes changes no picture of the page, so it asks for none anew. */
export function framedAddress(photoId: string, framing: Framing): string {
  const dense = LONGEST * window.devicePixelRatio * zoomFactor() > SMALL_PX;
  const framed = isPlain(framing) ? null : { ...framing, focus: null };
  return photoAddress(photoId, framed, dense ? undefined : SMALL_PX);
}
