import { expect, test } from "vitest";
import type { StoryRow } from "../../desk/contract";
import { rowBeginning, TypeAhead } from "./typeAhead";

const row = (headline: string, slug = "") => ({ headline, slug }) as StoryRow;
const rows = [row("Tram line opens"), row("Ferry sinks"), null, row("", "TROLLEY"), row("Ålesund votes")];

test("one letter goes on to the next row, and round to the head", () => {
  expect(rowBeginning(rows, "t", 0)).toBe(3);
  expect(rowBeginning(rows, "t", 3)).toBe(0);
});

test("more letters may stay where they are", () => {
  expect(rowBeginning(rows, "tra", 0)).toBe(0);
  expect(rowBeginning(rows, "tro", 0)).toBe(3);
});

test("nothing begins so", () => {
  expect(rowBeginning(rows, "z", 0)).toBe(-1);
  expect(rowBeginning([], "t", 0)).toBe(-1);
});

test("letters join until a pause", () => {
  const typing = new TypeAhead();
  typing.add("t", 1_000);
  expect(typing.add("r", 1_400)).toBe("tr");
  expect(typing.add("f", 3_000)).toBe("f");
});
