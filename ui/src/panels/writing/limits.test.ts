import { expect, it } from "vitest";
import type { LengthLimit } from "../../desk/contract";
import { limitsFor } from "./limits";

const limit = (characters: number, over: Partial<LengthLimit> = {}): LengthLimit => {
  return { part: "headline", desk: null, kind: null, characters, ...over };
};
const check = (limits: LengthLimit[], expected: number | undefined) =>
  expect(limitsFor(limits, { desk: "City", kind: "brief" }).headline).toBe(expected);

it("has the one for all", () => check([limit(70)], 70));
it("has none of another desk or kind", () =>
  check([limit(50, { desk: "Sport" }), limit(40, { kind: "news" })], undefined));
it("prefers the desk's, and the kind's in that desk", () => {
  check([limit(60, { desk: "City" }), limit(50, { kind: "brief" }), limit(70)], 60);
  check([limit(40, { desk: "City", kind: "brief" }), limit(60, { desk: "City" })], 40);
});
