// @vitest-environment jsdom
import { expect, it } from "vitest";
import { holdsOnlyPictures } from "./pasted";

function check(data: Record<string, string>, types: string[], expected: boolean): void {
  const clipboard = { types, getData: (type: string) => data[type] ?? "" };
  expect(holdsOnlyPictures(clipboard)).toBe(expected);
}

it("copied words are copy", () => {
  check({ "text/plain": "Harbour opens" }, ["text/plain"], false);
  check({ "text/html": "<p>Harbour</p>", "text/plain": "Harbour" }, ["text/html"], false);
});

it("words with a picture among them are copy", () =>
  check({ "text/html": "<p>Harbour <img src=x></p>" }, ["text/html", "Files"], false));

it("a copied picture is a picture", () => {
  check({}, ["Files"], true);
  check({}, [], true);
  check({ "text/html": '<meta charset="utf-8"><img src="https://example.org/a.jpg">' }, ["Files"], true);
});

it("files from a file manager are files", () => {
  const list = "file:///home/ada/a.jpg\r\nfile:///home/ada/b.jpg";
  check({ "text/uri-list": list, "text/plain": "/home/ada/a.jpg" }, ["text/uri-list"], true);
});

it("a copied web address is copy", () =>
  check(
    { "text/uri-list": "https://example.org/", "text/plain": "https://example.org/" },
    ["text/uri-list", "text/plain"],
    false,
  ));
