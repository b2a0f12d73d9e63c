import { describe, expect, it } from "vitest";
import { altHints, type AltHint } from "./alt";

function check(text: string, expected: AltHint[], language = "en") {
  const around = { caption: "A tram leaves the depot.", fileName: "tram.jpg", language };
  expect(altHints(text, around)).toEqual(expected);
}

describe("an alt text", () => {
  it("that describes is left alone", () => check("A red tram passes two men in snow", []));
  it("that is not there yet is left alone", () => check("  ", []));
  it("may not repeat the caption", () => check("a tram leaves the depot", ["sameAsCaption"]));
  it("may not be the photo's file name", () => check("tram.JPG", ["fileName"]));
  it("may not be the file name without its ending", () => check("Tram", ["fileName"]));
  it("may not be any file name", () => check("holiday-12.png", ["fileName"]));
  it("may not be a camera's name", () => check("IMG_1234", ["fileName"]));
  it("may not be a number", () => check("Photo 51", ["fileName"]));
  it("need not say that it is an image", () => check("An image of a tram", ["pictureOf"]));
  it("need not say so in German", () => check("Ein Foto von einer Bahn", ["pictureOf"], "de-AT"));
  it("need not say so in Turkish", () => check("Fotoğrafta bir tramvay", ["pictureOf"], "tr"));
  it("is measured in the story's language", () => check("Photo of a tram", [], "de"));
  it("may show a picture in it", () => check("Images of trams hang on a wall", []));
  it("is short", () => check("a ".repeat(126) + "b", ["long"]));
  it("counts letters, not bytes", () => check("ş".repeat(250), []));
});
