import { describe, expect, it } from "vitest";
import type { Area } from "../../editor";
import { areaOf, back, boxOf, filled, moved, resized, shaped, turnArea, type Box, type Grip } from "./geometry";

const within = { widthPx: 300, heightPx: 200 };
const box: Box = { x: 100, y: 50, width: 60, height: 40 };

describe("turning", () => {
  const area: Area = { left: 1000, top: 2000, width: 3000, height: 4000 };

  function check(turn: 0 | 90 | 180 | 270, expected: number[]) {
    const { left, top, width, height } = turnArea(area, turn);
    expect([left, top, width, height]).toEqual(expected);
    expect(turnArea(turnArea(area, turn), back(turn))).toEqual(area);
  }

  it("by a quarter puts the left edge on top", () => check(90, [4000, 1000, 4000, 3000]));
  it("by a half turns it over", () => check(180, [6000, 4000, 3000, 4000]));
  it("by three quarters puts the top edge on the left", () => check(270, [2000, 6000, 4000, 3000]));
  it("by nothing changes nothing", () => check(0, [1000, 2000, 3000, 4000]));
});

describe("areas", () => {
  function check(from: Box, expected: number[]) {
    const { left, top, width, height } = areaOf(from, within);
    expect([left, top, width, height]).toEqual(expected);
  }

  it("are ten-thousandths", () => check({ x: 30, y: 20, width: 150, height: 100 }, [1000, 1000, 5000, 5000]));
  it("are never empty", () => check({ x: 300, y: 200, width: 0, height: 0 }, [9999, 9999, 1, 1]));
  it("never lie over an edge", () => check({ x: 290, y: -5, width: 20, height: 300 }, [9667, 0, 333, 10_000]));
  it("come back as they were", () => {
    const area = { left: 1234, top: 5678, width: 2222, height: 3333 };
    expect(areaOf(boxOf(area, within), within)).toEqual(area);
  });
});

describe("moving", () => {
  it("stops at the edges", () => {
    expect(moved(box, 500, -500, within)).toEqual({ ...box, x: 240, y: 0 });
  });
});

describe("pulling", () => {
  function check(grip: Grip, dx: number, dy: number, ratio: number | null, expected: number[]) {
    const { x, y, width, height } = resized(box, grip, dx, dy, { within, ratio, leastPx: 10 });
    expect([x, y, width, height].map(Math.round)).toEqual(expected);
  }

  it("keeps the opposite corner", () => check("se", 20, 10, null, [100, 50, 80, 50]));
  it("keeps the other opposite corner", () => check("nw", -20, -10, null, [80, 40, 80, 50]));
  it("by an edge changes one side", () => check("e", 20, 99, null, [100, 50, 80, 40]));
  it("stops at the picture's edge", () => check("se", 999, 999, null, [100, 50, 200, 150]));
  it("stops at the least size", () => check("nw", 999, 999, null, [150, 80, 10, 10]));
  it("keeps the shape", () => check("se", 30, 20, 1.5, [100, 50, 90, 60]));
  it("by an edge keeps the shape around the middle", () => check("e", 30, 0, 1.5, [100, 40, 90, 60]));
  it("in shape stops where either side ends", () => check("se", 999, 999, 1.5, [100, 50, 200, 133]));
});

describe("another shape", () => {
  it("keeps as much of the picture, around the same middle", () => {
    const square = shaped({ x: 100, y: 50, width: 90, height: 40 }, 1, within);
    expect(square).toEqual({ x: 115, y: 40, width: 60, height: 60 });
  });

  it("stays in the picture", () => {
    expect(shaped({ x: 0, y: 0, width: 300, height: 200 }, 1, within)).toEqual({
      x: 50,
      y: 0,
      width: 200,
      height: 200,
    });
  });
});

describe("a place that shows less", () => {
  const crop = { x: 0, y: 0, width: 300, height: 200 };

  it("keeps the focus in its middle", () => {
    expect(filled(crop, 1, { x: 150, y: 0 })).toEqual({ x: 50, y: 0, width: 200, height: 200 });
  });

  it("stays in the crop", () => {
    expect(filled(crop, 1, { x: 300, y: 200 })).toEqual({ x: 100, y: 0, width: 200, height: 200 });
  });
});
