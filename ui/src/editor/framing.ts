/**
 * What a story does with a picture, as plain values: reading them, comparing them, and what size is
 * left. The Rust side is `story/framing.rs`.
 *
 * Every number is in ten-thousandths of the upright, uncropped picture, so that turning, cropping
 * and covering can be changed in any order. The picture is covered first, then cropped, then turned.
 */

import type { Area, Framing, Obscured, Role } from "./types";

/** The whole of a picture's width or height. */
export const WHOLE = 10_000;

/** All of the picture, as it is. */
export const PLAIN: Framing = { turn: 0, crop: null, focus: null, obscured: [] };

export const WHOLE_AREA: Area = { left: 0, top: 0, width: WHOLE, height: WHOLE };

export interface Size {
  widthPx: number;
  heightPx: number;
}

export function isTurn(value: unknown): value is Framing["turn"] {
  return value === 0 || value === 90 || value === 180 || value === 270;
}

/** A rectangle that has a size and lies in the picture, and nothing beside it. */
export function isArea(value: unknown): value is Area {
  if (!hasExactly(value, "left", "top", "width", "height")) return false;
  const { left, top, width, height } = value;
  return fits(left, width) && fits(top, height);
}

export function isFocus(value: unknown): value is NonNullable<Framing["focus"]> {
  return hasExactly(value, "left", "top") && isShare(value.left) && isShare(value.top);
}

export function isObscured(value: unknown): value is Obscured[] {
  return Array.isArray(value) && value.every(isCovered);
}

function isCovered(value: unknown): value is Obscured {
  if (!hasExactly(value, "area", "cover")) return false;
  return isArea(value.area) && (value.cover === "block" || value.cover === "coarse");
}

function hasExactly<K extends string>(value: unknown, ...keys: K[]): value is Record<K, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length === keys.length && keys.every((key) => key in value);
}

function isShare(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= WHOLE;
}

function fits(start: unknown, length: unknown): boolean {
  return isShare(start) && isShare(length) && length > 0 && start + length <= WHOLE;
}

/** The figure's attributes as one value. */
export function framingOf(attrs: Readonly<Record<string, unknown>>): Framing {
  const { turn, crop, focus, obscured } = attrs as unknown as Framing;
  return { turn, crop, focus, obscured };
}

/** A crop of everything is no crop, so that the same picture is always written the same way. */
export function tidied({ turn, crop, focus, obscured }: Framing): Framing {
  return { turn, crop: crop && sameArea(crop, WHOLE_AREA) ? null : crop, focus, obscured };
}

export function sameFraming(one: Framing, other: Framing): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered({ turn, crop, focus, obscured }: Framing): unknown {
  const covers = obscured.map(({ area, cover }) => [numbers(area), cover]);
  return [turn, crop && numbers(crop), focus && [focus.left, focus.top], covers];
}

function numbers({ left, top, width, height }: Area): number[] {
  return [left, top, width, height];
}

export function sameArea(one: Area, other: Area): boolean {
  return JSON.stringify(numbers(one)) === JSON.stringify(numbers(other));
}

/** Whether the picture shows as it was taken in: where the eye goes does not count. */
export function isPlain({ turn, crop, obscured }: Framing): boolean {
  return turn === 0 && (crop === null || sameArea(crop, WHOLE_AREA)) && obscured.length === 0;
}

/** The size of the framed picture, in pixels of the original, rounded as the darkroom rounds it. */
export function framedSize(photo: Size, { crop, turn }: Framing): Size {
  const { left, top, width, height } = crop ?? WHOLE_AREA;
  const widthPx = stretch(left, width, photo.widthPx);
  const heightPx = stretch(top, height, photo.heightPx);
  const lies = turn === 90 || turn === 270;
  return lies ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/** Between the nearest edges of pixels; one pixel at least. */
function stretch(start: number, length: number, whole: number): number {
  const edge = (at: number) => Math.floor((at * whole + WHOLE / 2) / WHOLE);
  const from = Math.min(edge(start), Math.max(whole - 1, 0));
  return Math.max(edge(start + length), from + 1) - from;
}

/**
 * The least width that a picture needs for its place, in pixels: one and a quarter for each of the
 * page's. The core's check (`check/photo_too_small.rs`) has the same numbers.
 */
export const LEAST_WIDTH_PX: Readonly<Record<Role, number>> = {
  inline: 760,
  supporting: 520,
  showcase: 1200,
  full: 1600,
  thumbnail: 240,
};

/** Upright pictures run narrower on the page, whatever their place. */
const TALL_WIDTH_PX = 520;

export function isTooSmall(size: Size, role: Role): boolean {
  const tall = size.heightPx > size.widthPx;
  const least = LEAST_WIDTH_PX[role];
  return size.widthPx < (tall ? Math.min(least, TALL_WIDTH_PX) : least);
}
