import { describe, expect, it } from "vitest";
import { alone, clicked, everything, extended, moved, NONE, remaining, tabbed, type Spot } from "./grid";

describe("a key", () => {
  const check = (row: number, column: number, key: string, far: boolean, expected: Spot | null) =>
    expect(moved({ row, column }, key, 10, far)).toEqual(expected);

  it("goes up", () => check(1, 2, "ArrowUp", false, { row: 0, column: 2 }));
  it("stays inside", () => check(0, 2, "ArrowUp", false, { row: 0, column: 2 }));
  it("reaches the photo itself", () => check(3, 0, "ArrowLeft", false, { row: 3, column: -1 }));
  it("goes to the last row", () => check(3, 0, "ArrowDown", true, { row: 9, column: 0 }));
  it("goes to the end of the sheet", () => check(3, 0, "End", true, { row: 9, column: 5 }));
  it("goes a page on", () => check(1, 1, "PageDown", false, { row: 9, column: 1 }));
  it("may be for something else", () => check(1, 1, "x", false, null));
});

describe("Tab", () => {
  const check = (row: number, column: number, back: boolean, expected: Spot | null) =>
    expect(tabbed({ row, column }, back, 3)).toEqual(expected);

  it("goes from the caption to the credit", () => check(0, 0, false, { row: 0, column: 2 }));
  it("goes from the credit to the alt text", () => check(0, 2, false, { row: 0, column: 5 }));
  it("goes from the alt text to the next photo", () => check(0, 5, false, { row: 1, column: 0 }));
  it("goes on from a column that it passes by", () => check(0, 3, false, { row: 0, column: 5 }));
  it("goes back", () => check(1, 0, true, { row: 0, column: 5 }));
  it("goes back inside a row", () => check(1, 5, true, { row: 1, column: 2 }));
  it("leaves at the end", () => check(2, 5, false, null));
  it("leaves at the beginning", () => check(0, 0, true, null));
});

describe("choosing", () => {
  const all = ["a", "b", "c", "d"];
  const shift = { shift: true, control: false };
  const control = { shift: false, control: true };

  it("takes one alone", () =>
    expect([...clicked(everything(all), all, "b", { shift: false, control: false }).keys]).toEqual(["b"]));
  it("takes one more", () => expect([...clicked(alone("a"), all, "c", control).keys]).toEqual(["a", "c"]));
  it("gives one back", () => expect([...clicked(alone("a"), all, "a", control).keys]).toEqual([]));
  it("takes all between", () =>
    expect([...clicked(alone("b"), all, "d", shift).keys]).toEqual(["b", "c", "d"]));
  it("turns round its anchor", () => {
    const first = extended(alone("b"), all, "d");
    expect([...extended(first, all, "a").keys]).toEqual(["a", "b"]);
  });
  it("begins where nothing was chosen", () =>
    expect([...extended(NONE, all, "c").keys]).toEqual(["c"]));
  it("forgets what is gone", () =>
    expect(remaining(everything(all), ["b"])).toEqual({ keys: new Set(["b"]), anchor: null }));
});
