import { describe, expect, it } from "vitest";
import { common, emptyCells, emptyOnly, joined, planBulk, planFields, scopeOf, type Way } from "./bulk";
import { folderRow, storyRow, wantedRow } from "./testing";

const rows = [
  folderRow("a"),
  folderRow("b", { creditLine: "AFP" }),
  folderRow("c", { creditLine: "Reuters" }),
];

describe("bulk work", () => {
  const check = (way: Way, text: string, fills: string[], replaces: string[]) => {
    const plan = planBulk(rows, "creditLine", way, text);
    expect(plan.fills.map(({ after }) => after)).toEqual(fills);
    expect(plan.replaces.map(({ after }) => after)).toEqual(replaces);
  };

  it("fills empty cells only", () => check("fill", "AFP", ["AFP"], []));
  it("overwrites what differs and fills the rest", () => check("overwrite", "AFP", ["AFP"], ["AFP"]));
  it("empties when told so", () => check("overwrite", "", [], ["", ""]));
  it("adds after", () => check("append", "/ DPA", ["/ DPA"], ["AFP / DPA", "Reuters / DPA"]));
  it("adds before", () => check("prefix", "via", ["via"], ["via AFP", "via Reuters"]));
  it("adds nothing at all", () => check("append", "  ", [], []));

  it("leaves decorative pictures alone when it fills or adds", () => {
    const decorative = [storyRow("a", { altText: "Own" }, { decorative: true })];
    for (const way of ["fill", "append", "prefix"] as const) {
      const { fills, replaces } = planBulk(decorative, "altText", way, "A bridge");
      expect([...fills, ...replaces]).toEqual([]);
    }
  });

  it("gives no credit to a place without a picture", () =>
    expect(planBulk([wantedRow()], "creditLine", "overwrite", "AFP").fills).toEqual([]));
});

describe("what cells have in common", () => {
  it("is their value", () =>
    expect(common(rows.slice(1, 2), "creditLine")).toEqual({ is: "same", value: "AFP" }));
  it("is mixed where they differ", () =>
    expect(common(rows, "creditLine")).toEqual({ is: "mixed", values: 3 }));
  it("is nothing where none has any", () =>
    expect(common(rows, "source")).toEqual({ is: "same", value: "" }));
  it("does not ask a place without a picture", () =>
    expect(common([...rows.slice(1, 2), wantedRow()], "creditLine").is).toBe("same"));
  it("counts the empty ones", () => expect(emptyCells(rows, "creditLine")).toBe(1));
});

describe("two texts", () => {
  const check = (one: string, other: string, expected: string) =>
    expect(joined(one, other)).toBe(expected);

  it("stand apart", () => check("A tram", "at dawn", "A tram at dawn"));
  it("have no space before a comma", () => check("A tram", ", at dawn", "A tram, at dawn"));
  it("have no space before a full stop", () => check("A tram", ".", "A tram."));
  it("have no space after a bracket", () => check("(", "centre)", "(centre)"));
  it("have one space when one is typed", () => check("A tram ", "here", "A tram here"));
  it("are one when the other is empty", () => check("", "here", "here"));
});

describe("values of a template", () => {
  const fields = [
    { field: "creditLine" as const, value: "DPA" },
    { field: "source" as const, value: "DPA" },
  ];

  it("fill and replace in many columns", () => {
    const { fills, replaces } = planFields(rows, fields);
    expect([fills.length, replaces.length]).toEqual([4, 2]);
  });
  it("fill only when asked to", () =>
    expect(emptyOnly(planFields(rows, fields)).replaces).toEqual([]));
});

describe("the photos that bulk work is for", () => {
  const check = (chosen: string[], expected: number) =>
    expect(scopeOf(rows, new Set(chosen))).toHaveLength(expected);

  it("are the chosen ones", () => check(["a", "c"], 2));
  it("are all while one alone is focused", () => check(["a"], 3));
  it("are all while none is chosen", () => check([], 3));
});
