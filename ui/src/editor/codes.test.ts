import { describe, expect, it } from "vitest";
import { expansion } from "./codes";

const codes = [
  { code: "gs9", text: "Ilse Oyelund (No 9)" },
  { code: "GS9", text: "Somebody else" },
  { code: "ş1", text: "Şükrü" },
];

describe("a code", () => {
  const check = (text: string, caret: number, expected: string | null) =>
    expect(expansion(text, caret, codes)?.text ?? null).toBe(expected);

  it("becomes its text", () => check("\\gs9\\", 5, "Ilse Oyelund (No 9)"));
  it("is found behind other words", () => check("Goal by \\gs9\\", 13, "Ilse Oyelund (No 9)"));
  it("keeps its case where there are both", () => check("\\GS9\\", 5, "Somebody else"));
  it("is found whatever its case", () => check("\\Gs9\\", 5, "Ilse Oyelund (No 9)"));
  it("may have any letters", () => check("\\ş1\\", 4, "Şükrü"));
  it("must be closed", () => check("\\gs9", 4, null));
  it("must be known", () => check("\\zz\\", 4, null));
  it("has no spaces", () => check("\\gs 9\\", 6, null));
  it("ends at the caret", () => check("\\gs9\\ and", 9, null));
  it("begins where its backslash stands", () =>
    expect(expansion("By \\gs9\\ now", 8, codes)?.from).toBe(3));
});
