import { describe, expect, it } from "vitest";
import { captionHints, type CaptionHint } from "./hints";

describe("a caption", () => {
  const check = (caption: string, expected: CaptionHint[], language = "en", place: string | null = null) =>
    expect(captionHints({ caption, language, place })).toEqual(expected);

  const good = "Ilse Oyelund crosses the bridge in Marensund, Ostmarra, on Monday, Nov. 23, 2026.";

  it("that has all of it is let be", () => check(good, []));
  it("that is empty is let be", () => check("", []));
  it("in another language is let be", () => check("Köprüden geçti.", [], "tr"));
  it("says where", () => check("Ilse Oyelund crosses the bridge on Monday.", ["noPlace"]));
  it("says where as the file does", () =>
    check("Crowds line Marensund harbour on Monday.", [], "en", "Marensund"));
  it("says when", () => check("Ilse Oyelund crosses the bridge in Marensund.", ["noDate"]));
  it("begins in the present tense", () =>
    check("Ilse Oyelund was cheered in Marensund on Monday.", ["pastTense"]));
  it("needs no “pictured”", () => check("Ilse Oyelund, pictured here in Marensund on Monday.", ["filler"]));
  it("is short", () => check(`${good} It rains. It pours. Nobody minds.`, ["long"]));
  it("takes a place at its head", () =>
    check("Marensund, Ostmarra - Ilse Oyelund crosses the bridge on Monday.", []));
  it("gets two hints at the most", () => check("A man was seen here.", ["noPlace", "noDate"]));
});
