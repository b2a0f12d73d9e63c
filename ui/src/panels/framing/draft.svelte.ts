/**
 * A framing while it is edited. It is drawn on the turned picture in its own pixels; what comes out
 * is the story's framing, and nothing is written before `framing` is handed to the editor.
 */
import {
  WHOLE_AREA,
  framedSize,
  sameFraming,
  tidied,
  type Framing,
  type Obscured,
  type Size,
} from "../../editor";
import {
  areaOf,
  back,
  boxOf,
  clamp,
  filled,
  middle,
  shaped,
  turnArea,
  turnPoint,
  turnedSize,
} from "./geometry";
import type { Box, Limits, Spot } from "./geometry";
import { nearestRatio, ratioOf, type Ratio } from "./ratios";

/** What the keys and the pointer act on. */
export type Part = { what: "crop" } | { what: "focus" } | { what: "cover"; at: number };

export type Tool = Part["what"];

/** A crop or a cover is never so small that its handles lie over one another. */
const LEAST_SHARE = 0.02;

export class Draft {
  turn = $state<Framing["turn"]>(0);
  ratio = $state<Ratio>("original");
  part = $state.raw<Part>({ what: "crop" });
  #crop = $state.raw(WHOLE_AREA);
  #focus = $state.raw<Framing["focus"]>(null);
  covers = $state.raw<Obscured[]>([]);
  readonly #before: Framing;

  constructor(
    private readonly photo: Size,
    before: Framing,
  ) {
    this.#before = before;
    this.#take(before);
    this.ratio = nearestRatio(this.crop, this.shown);
  }

  #take({ turn, crop, focus, obscured }: Framing): void {
    this.turn = turn;
    this.#crop = crop ?? WHOLE_AREA;
    this.#focus = focus;
    this.covers = obscured;
  }

  /** The size of the whole picture as it is turned now. */
  get shown(): Size {
    return turnedSize(this.photo, this.turn);
  }

  get crop(): Box {
    return boxOf(turnArea(this.#crop, this.turn), this.shown);
  }

  set crop(box: Box) {
    this.#crop = turnArea(areaOf(box, this.shown), back(this.turn));
  }

  /** Where the eye goes; the middle of the crop until somebody says otherwise. */
  get focus(): Spot {
    if (this.#focus === null) return middle(this.crop);
    const { left, top } = turnPoint(this.#focus, this.turn);
    const { x, y } = boxOf({ left, top, width: 0, height: 0 }, this.shown);
    return { x, y };
  }

  set focus({ x, y }: Spot) {
    const { crop, shown } = this;
    const inside = {
      x: clamp(x, crop.x, crop.x + crop.width),
      y: clamp(y, crop.y, crop.y + crop.height),
    };
    const share = (at: number, whole: number) => Math.round(clamp(at / whole, 0, 1) * 10_000);
    const point = { left: share(inside.x, shown.widthPx), top: share(inside.y, shown.heightPx) };
    this.#focus = turnPoint(point, back(this.turn));
  }

  get hasFocus(): boolean {
    return this.#focus !== null;
  }

  clearFocus(): void {
    this.#focus = null;
  }

  get cropLimits(): Limits {
    return { ...this.coverLimits, ratio: ratioOf(this.ratio, this.shown) };
  }

  get coverLimits(): Limits {
    const { widthPx, heightPx } = this.shown;
    const leastPx = Math.max(1, Math.min(widthPx, heightPx) * LEAST_SHARE);
    return { within: this.shown, ratio: null, leastPx };
  }

  chooseRatio(ratio: Ratio): void {
    this.ratio = ratio;
    this.#reshape();
  }

  turnBy(degrees: 90 | 270): void {
    this.turn = ((this.turn + degrees) % 360) as Framing["turn"];
    this.#reshape();
  }

  #reshape(): void {
    const ratio = ratioOf(this.ratio, this.shown);
    if (ratio !== null) this.crop = shaped(this.crop, ratio, this.shown);
  }

  cover(at: number): Box {
    const area = this.covers[at]?.area ?? WHOLE_AREA;
    return boxOf(turnArea(area, this.turn), this.shown);
  }

  setCover(at: number, box: Box): void {
    const area = turnArea(areaOf(box, this.shown), back(this.turn));
    this.covers = this.covers.map((covered, index) => (index === at ? { ...covered, area } : covered));
  }

  setLook(at: number, cover: Obscured["cover"]): void {
    this.covers = this.covers.map((covered, index) => (index === at ? { ...covered, cover } : covered));
  }

  /** Covers `box`, or the middle of what shows. Later covers look as the last one does. */
  addCover(box: Box = this.#middleBox()): void {
    const area = turnArea(areaOf(box, this.shown), back(this.turn));
    const cover = this.covers.at(-1)?.cover ?? "block";
    this.covers = [...this.covers, { area, cover }];
    this.part = { what: "cover", at: this.covers.length - 1 };
  }

  #middleBox(): Box {
    const side = Math.min(this.crop.width, this.crop.height) / 4;
    const { x, y } = middle(this.crop);
    return { x: x - side / 2, y: y - side / 2, width: side, height: side };
  }

  removeCover(at: number): void {
    this.covers = this.covers.filter((_, index) => index !== at);
    this.part = { what: this.covers.length > 0 ? "cover" : "crop", at: Math.max(0, at - 1) };
  }

  /** The part of the crop that a place of this shape shows. */
  fill(ratio: number): Box {
    return filled(this.crop, ratio, this.focus);
  }

  reset(): void {
    this.#take({ turn: 0, crop: null, focus: null, obscured: [] });
    this.ratio = "original";
    this.part = { what: "crop" };
  }

  get framing(): Framing {
    const { turn } = this;
    return tidied({ turn, crop: this.#crop, focus: this.#focus, obscured: this.covers });
  }

  /** The size of what comes out, in pixels. */
  get size(): Size {
    return framedSize(this.photo, this.framing);
  }

  get changed(): boolean {
    return !sameFraming(this.framing, this.#before);
  }

  get isPlain(): boolean {
    return sameFraming(this.framing, { turn: 0, crop: null, focus: null, obscured: [] });
  }
}
