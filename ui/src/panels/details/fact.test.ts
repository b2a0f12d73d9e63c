import { describe, expect, it } from "vitest";
import type { Fact } from "../../desk/contract";
import { disagreeing, fileReadings, typedValue } from "./fact";

const file: Fact = {
  value: "Elif Kaya",
  carrier: "xmp",
  raw: null,
  others: [{ carrier: "iim", value: "E. Kaya" }],
};
const typed: Fact = {
  value: "Elif Kaya Demir",
  carrier: "typed",
  raw: null,
  others: [
    { carrier: "xmp", value: "Elif Kaya" },
    { carrier: "iim", value: "Elif Kaya " },
  ],
};

describe("readings of the file", () => {
  it("leave out what was typed", () =>
    expect(fileReadings(typed).map(({ carrier }) => carrier)).toEqual(["xmp", "iim"]));
  it("begin with the one that stands", () => expect(fileReadings(file)[0]?.value).toBe("Elif Kaya"));
  it("are none without a fact", () => expect(fileReadings(undefined)).toEqual([]));
});

describe("sources that disagree", () => {
  it("are all counted", () => expect(disagreeing(file)).toBe(2));
  it("do not count spaces, nor what was typed", () => expect(disagreeing(typed)).toBe(0));
});

describe("a value that was mended", () => {
  const mended: Fact = { value: "AFP", carrier: "iim", raw: "© AFP", others: [] };
  it("shows what the file says", () => expect(fileReadings(mended)[0]?.value).toBe("© AFP"));
  it("needs no typing to stand", () => expect(typedValue(mended, "AFP")).toBeNull());
  it("can go back to the file's words", () => expect(typedValue(mended, "© AFP")).toBe("© AFP"));
});

describe("a typed value", () => {
  const check = (fact: Fact | undefined, text: string, expected: string | null) =>
    expect(typedValue(fact, text)).toBe(expected);

  it("stands over the file's", () => check(file, "Ana Ruiz", "Ana Ruiz"));
  it("goes back to the file when it says the same", () => check(typed, " Elif Kaya ", null));
  it("empties what the file says", () => check(file, "", ""));
  it("is nothing where there was nothing", () => check(undefined, "", null));
});
