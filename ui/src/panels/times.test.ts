import { describe, expect, it } from "vitest";
import { clock, photoDay } from "./times";

describe("the day of a photo", () => {
  const check = (written: string, expected: string) => expect(photoDay(written)).toBe(expected);

  it("is read as written, moved into no time zone", () =>
    check("2031-05-04T23:59:00-11:00", "4 May 2031"));
  it("needs no time", () => check("2031-05-04", "4 May 2031"));
  it("stays as written when it has no day", () => check("2031-05", "2031-05"));
  it("stays as written when it is no date", () => check("spring", "spring"));
});

describe("the clock", () => {
  it("shows seconds", () => expect(clock("2031-05-04T10:02:31")).toBe("10:02:31"));
  it("shows what it cannot read", () => expect(clock("later")).toBe("later"));
});
