import { expect, test } from "vitest";
import type { PassageNote } from "../../desk/contract";
import { placed } from "./order";

const note = (id: string, text = `on ${id}`): PassageNote => ({
  id,
  kind: "source",
  text,
  resolved: false,
  at: "2026-01-01T00:00:00Z",
});
const lines = (notes: PassageNote[], ...passages: [string, string][]) =>
  placed(notes, passages.map(([id, text]) => ({ id, text }))).map(
    (one) => `${one.passage}: ${one.note.text}`,
  );

test("notes stand as their passages do", () => {
  expect(lines([note("a"), note("b")], ["b", "the mayor"], ["a", "a source"])).toEqual([
    "the mayor: on b",
    "a source: on a",
  ]);
});

test("a note whose mark was undone keeps its text and stands at the end", () => {
  expect(lines([note("a"), note("b")], ["b", "the mayor"])).toEqual(["the mayor: on b", "null: on a"]);
});

test("an empty note without its passage is left out", () => {
  expect(lines([note("a", " ")])).toEqual([]);
});

test("a marked passage whose note is gone has an empty one", () => {
  expect(lines([], ["a", "the mayor"])).toEqual(["the mayor: "]);
});
