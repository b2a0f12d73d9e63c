/**
 * Rectangles on a picture as it is shown while it is edited: turned, and in its own pixels. The
 * story keeps areas of the unturned picture in ten-thousandths; both ways are here.
 */
import { WHOLE, type Area, type Framing, type Size } from "../../editor";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Spot {
  x: number;
  y: number;
}

/** The corner or the edge by which a box is pulled. */
export type Grip = "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw";

export interface Limits {
  within: Size;
  /** Width by height; `null`: any shape. */
  ratio: number | null;
  /** No side may be shorter, in pixels. */
  leastPx: number;
}

type Turn = Framing["turn"];
type Point = NonNullable<Framing["focus"]>;

/** The size of the picture when it is turned. */
export function turnedSize({ widthPx, heightPx }: Size, turn: Turn): Size {
  return turn === 90 || turn === 270 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/** Where an area of the upright picture lies when the picture is turned clockwise. */
export function turnArea({ left, top, width, height }: Area, turn: Turn): Area {
  const right = WHOLE - left - width;
  const bottom = WHOLE - top - height;
  switch (turn) {
    case 0:
      return { left, top, width, height };
    case 90:
      return { left: bottom, top: left, width: height, height: width };
    case 180:
      return { left: right, top: bottom, width, height };
    case 270:
      return { left: top, top: right, width: height, height: width };
  }
}

export function turnPoint({ left, top }: Point, turn: Turn): Point {
  const turned = turnArea({ left, top, width: 0, height: 0 }, turn);
  return { left: turned.left, top: turned.top };
}

/** The turn that takes this one back. */
export function back(turn: Turn): Turn {
  return ((360 - turn) % 360) as Turn;
}

export function boxOf({ left, top, width, height }: Area, { widthPx, heightPx }: Size): Box {
  const [across, down] = [widthPx / WHOLE, heightPx / WHOLE];
  return { x: left * across, y: top * down, width: width * across, height: height * down };
}

/** Never empty and never over the edges, whatever the rounding. */
export function areaOf(box: Box, { widthPx, heightPx }: Size): Area {
  const [left, width] = share(box.x, box.width, widthPx);
  const [top, height] = share(box.y, box.height, heightPx);
  return { left, top, width, height };
}

function share(start: number, length: number, whole: number): [number, number] {
  const from = clamp(Math.round((start / whole) * WHOLE), 0, WHOLE - 1);
  const to = clamp(Math.round(((start + length) / whole) * WHOLE), from + 1, WHOLE);
  return [from, to - from];
}

export function moved(box: Box, dx: number, dy: number, within: Size): Box {
  return {
    ...box,
    x: clamp(box.x + dx, 0, within.widthPx - box.width),
    y: clamp(box.y + dy, 0, within.heightPx - box.height),
  };
}

/** Pulls a grip; what lies opposite stays where it is. */
export function resized(box: Box, grip: Grip, dx: number, dy: number, limits: Limits): Box {
  const pull = { x: pullOf(grip, "w", "e"), y: pullOf(grip, "n", "s") };
  const wanted = { width: box.width + pull.x * dx, height: box.height + pull.y * dy };
  const room = roomFor(box, pull, limits);
  const { ratio, leastPx } = limits;
  const { width, height } =
    ratio === null ? free(wanted, room, leastPx) : shapely(wanted, room, pull, leastPx, ratio);
  return {
    x: edge(box.x, box.width, width, pull.x),
    y: edge(box.y, box.height, height, pull.y),
    width,
    height,
  };
}

function pullOf(grip: Grip, back: string, forth: string): -1 | 0 | 1 {
  return grip.includes(back) ? -1 : grip.includes(forth) ? 1 : 0;
}

type Pull = { x: -1 | 0 | 1; y: -1 | 0 | 1 };
type Extent = { width: number; height: number };

/** How wide and high it may become while its other side stays. A side without a pull grows both ways. */
function roomFor(box: Box, pull: Pull, { within, ratio }: Limits): Extent {
  const across = roomAlong(box.x, box.width, within.widthPx, pull.x);
  const down = roomAlong(box.y, box.height, within.heightPx, pull.y);
  if (ratio === null) return { width: across, height: down };
  return { width: Math.min(across, down * ratio), height: Math.min(down, across / ratio) };
}

function roomAlong(start: number, length: number, whole: number, pull: -1 | 0 | 1): number {
  if (pull === 1) return whole - start;
  if (pull === -1) return start + length;
  const middle = start + length / 2;
  return 2 * Math.min(middle, whole - middle);
}

function free(wanted: Extent, room: Extent, leastPx: number): Extent {
  return {
    width: clamp(wanted.width, Math.min(leastPx, room.width), room.width),
    height: clamp(wanted.height, Math.min(leastPx, room.height), room.height),
  };
}

function shapely(
  wanted: Extent,
  room: Extent,
  pull: Pull,
  leastPx: number,
  ratio: number,
): Extent {
  const byHeight = wanted.height * ratio;
  const mean = (wanted.width + byHeight) / 2;
  const width = pull.y === 0 ? wanted.width : pull.x === 0 ? byHeight : mean;
  const least = Math.min(Math.max(leastPx, leastPx * ratio), room.width);
  const fitting = clamp(width, least, room.width);
  return { width: fitting, height: fitting / ratio };
}

function edge(start: number, length: number, now: number, pull: -1 | 0 | 1): number {
  if (pull === 1) return start;
  return pull === -1 ? start + length - now : start + (length - now) / 2;
}

/** About as much of the picture in another shape, around the same middle. */
export function shaped(box: Box, ratio: number, within: Size): Box {
  const area = box.width * box.height;
  const width = Math.min(Math.sqrt(area * ratio), within.widthPx, within.heightPx * ratio);
  const height = width / ratio;
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
  return moved({ x, y, width, height }, 0, 0, within);
}

/** The largest part of `box` in this shape, with `focus` as near to its middle as can be. */
export function filled(box: Box, ratio: number, focus: Spot): Box {
  const width = Math.min(box.width, box.height * ratio);
  const height = width / ratio;
  return {
    x: clamp(focus.x - width / 2, box.x, box.x + box.width - width),
    y: clamp(focus.y - height / 2, box.y, box.y + box.height - height),
    width,
    height,
  };
}

export function middle({ x, y, width, height }: Box): Spot {
  return { x: x + width / 2, y: y + height / 2 };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
