import { describe, expect, it } from "vitest";
import { match } from "./match";

const found = (name: string, typed: string) => match(name, typed) > 0;

describe("a name", () => {
  it("is found by its words, in any order and half typed", () => {
    expect(found("Caption a folder of pictures…", "folder caption")).toBe(true);
    expect(found("Caption a folder of pictures…", "cap fol")).toBe(true);
    expect(found("Caption a folder of pictures…", "cap story")).toBe(false);
  });

  it("is found whatever its case, its accents and its hyphens", () => {
    expect(found("Résumé de la journée", "resume")).toBe(true);
    expect(found("BRIDGE-REOPENS", "bridge reopens")).toBe(true);
    expect(found("İSTANBUL", "istanbul")).toBe(true);
    expect(found("東京で大統領選", "大統領")).toBe(true);
  });

  it("is found by letters left out, from the head of a word", () => {
    expect(found("Caption desk", "capdsk")).toBe(true);
    expect(found("Caption desk", "ptn")).toBe(false);
  });

  it("answers to nothing typed with nothing", () => {
    expect(found("Export…", "  ")).toBe(false);
  });

  it("comes first when it says it better", () => {
    const before = (one: string, other: string, typed: string) =>
      expect(match(one, typed)).toBeGreaterThan(match(other, typed));
    before("Export…", "Show the exported page", "export");
    before("Quote", "Pull quote", "quote");
    before("Save now", "Show all stories", "sa");
  });
});
