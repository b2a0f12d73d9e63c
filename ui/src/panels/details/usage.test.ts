import { expect, it } from "vitest";
import { readDay } from "./usage";

function check(typed: string, expected: string | null): void {
  expect(readDay(typed)).toBe(expected);
}

it("a day is read as desks write it", () => {
  check("2027-12-31", "2027-12-31");
  check(" 31.12.2027 ", "2027-12-31");
  check("1/2/2027", "2027-02-01");
  check("1. 2. 2027", "2027-02-01");
});

it("nothing typed is no last day", () => check("  ", ""));

it("what is no day is refused", () => {
  check("2027-02-30", null);
  check("31.13.2027", null);
  check("soon", null);
});
