import { describe, expect, it } from "vitest";
import { directionOf, languages, matching, nameOf, ownNameOf, tagOf } from "./languages";

const found = (typed: string) => matching(languages("en"), typed).map(({ tag }) => tag);

describe("languages", () => {
  it("are found by their English name, their own and their tag", () => {
    expect(found("turk")).toContain("tr");
    expect(found("türk")).toContain("tr");
    expect(found("العر")).toContain("ar");
    expect(found("עבר")).toContain("he");
    expect(found("日本")).toContain("ja");
    expect(found("pt-br")).toEqual(["pt-BR"]);
    expect(found("brazil")).toEqual(["pt-BR"]);
    expect(found("nothing at all")).toEqual([]);
  });

  it("run by the script that they are written in", () => {
    for (const tag of ["ar", "he", "fa", "ur", "ckb", "yi", "ug", "az-Arab", "ps"]) {
      expect(directionOf(tag), tag).toBe("rtl");
    }
    for (const tag of ["en", "tr", "ja", "az", "ku", "", "not a tag"]) {
      expect(directionOf(tag), tag).toBe("ltr");
    }
  });

  it("keep one that is not on the list", () => {
    expect(languages("gsw").some(({ tag }) => tag === "gsw")).toBe(true);
    expect(nameOf("\" onload=")).toBe("\" onload=");
    expect(ownNameOf("tr")).toBe("Türkçe");
    expect(tagOf("pt_br")).toBe("pt-BR");
    expect(tagOf("Turkish language")).toBeNull();
  });
});
