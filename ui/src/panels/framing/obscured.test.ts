import { describe, expect, it } from "vitest";
import { saysObscured, withObscured } from "./obscured";

function check(caption: string, language: string, expected: string) {
  expect(withObscured(caption, language)).toBe(expected);
  expect(saysObscured(expected, language)).toBe(true);
}

describe("a caption that says what was covered", () => {
  it("says so after a sentence", () => check("A man waits.", "en", "A man waits. Identity obscured."));
  it("says so in brackets after a line", () => check("A man waits", "en-GB", "A man waits (identity obscured)"));
  it("says so after a quotation", () => check("“I wait.”", "en", "“I wait.” Identity obscured."));
  it("says so in the story's language", () => check("Bekliyor.", "tr", "Bekliyor. Kimliği gizlendi."));
  it("says so alone", () => check("", "de", "Unkenntlich gemacht."));
  it("says so in English where it knows no better", () => check("X", "sq", "X (identity obscured)"));
});
