import { expect, test } from "vitest";
import { NONE, rangeTo, toggled, withRange } from "./selection";

const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids];

test("the same story twice is selected no more", () => {
  const one = toggled(NONE, "tram", 3);
  expect(ids(one)).toEqual(["tram"]);
  expect(ids(toggled(one, "tram", 3))).toEqual([]);
});

test("a range runs from where the last story was taken, both ways", () => {
  const one = toggled(NONE, "tram", 3);
  expect(rangeTo(one, 6)).toEqual({ from: 3, to: 6 });
  expect(rangeTo(one, 1)).toEqual({ from: 1, to: 3 });
});

test("a range grows and shrinks from the same row", () => {
  const wide = withRange(toggled(NONE, "tram", 3), ["tram", "ferry", "port"]);
  const narrow = withRange(wide, ["tram", "ferry"]);
  expect([ids(narrow), narrow.anchor]).toEqual([["tram", "ferry"], 3]);
});

test("what was selected before is left as it was", () => {
  const one = toggled(NONE, "tram", 3);
  toggled(one, "ferry", 4);
  expect(ids(one)).toEqual(["tram"]);
});
