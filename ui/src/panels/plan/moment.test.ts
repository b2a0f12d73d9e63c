import { expect, test } from "vitest";
import { inZone, readMoment, toUtc, writeMoment } from "./moment";

// Monday 23 November 2026, 14:00.
const now = { year: 2026, month: 11, day: 23, hour: 14, minute: 0 };
const read = (typed: string) => {
  const wall = readMoment(typed, now);
  return wall && writeMoment(wall);
};

test.each([
  ["18:00", "Mon 23 Nov 2026, 18:00"],
  ["9:30", "Tue 24 Nov 2026, 09:30"],
  ["today 18:00", "Mon 23 Nov 2026, 18:00"],
  ["Tomorrow, 6pm", "Tue 24 Nov 2026, 18:00"],
  ["fri 18:00", "Fri 27 Nov 2026, 18:00"],
  ["Friday 18h", "Fri 27 Nov 2026, 18:00"],
  ["23 Nov 18:00", "Mon 23 Nov 2026, 18:00"],
  ["2 January 9:00", "Sat 2 Jan 2027, 09:00"],
  ["23 Nov 2027, 18:00", "Tue 23 Nov 2027, 18:00"],
  ["23.11. 18:00", "Mon 23 Nov 2026, 18:00"],
  ["23/11/2026 00:01", "Mon 23 Nov 2026, 00:01"],
  ["2026-11-23T18:00", "Mon 23 Nov 2026, 18:00"],
  ["12:15 am", "Tue 24 Nov 2026, 00:15"],
])("“%s” is understood", (typed, understood) => {
  expect(read(typed)).toBe(understood);
});

test.each(["", "soon", "23 Nov", "25:00", "31.2. 18:00", "13pm", "18", "99 Nov 18:00"])(
  "“%s” is not guessed at",
  (typed) => expect(read(typed)).toBeNull(),
);

test("what is shown is understood again", () => {
  expect(read("Mon 23 Nov 2026, 18:00")).toBe("Mon 23 Nov 2026, 18:00");
});

test("a time on another city's clock", () => {
  const wall = { year: 2026, month: 5, day: 13, hour: 0, minute: 1 };
  expect(toUtc(wall, "Europe/Istanbul")).toBe("2026-05-12T21:01:00.000Z");
  expect(inZone("2026-05-12T21:01:00Z", "Europe/Istanbul")).toEqual(wall);
  expect(toUtc(wall, "UTC")).toBe("2026-05-13T00:01:00.000Z");
});

test("where the clocks change, the skipped hour is the next and the doubled one the first", () => {
  const at = (month: number, day: number, hour: number, minute: number) =>
    toUtc({ year: 2026, month, day, hour, minute }, "Europe/Berlin");
  expect(at(3, 29, 2, 30)).toBe("2026-03-29T01:30:00.000Z");
  expect(at(10, 25, 2, 30)).toBe("2026-10-25T00:30:00.000Z");
  expect(at(10, 25, 3, 30)).toBe("2026-10-25T02:30:00.000Z");
});
