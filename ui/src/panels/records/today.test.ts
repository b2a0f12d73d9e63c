import { expect, it } from "vitest";
import { dayIn } from "./today";

it("is the day of the publication and not of the machine", () => {
  const late = new Date("2026-05-12T21:30:00Z");
  expect(dayIn("UTC", late)).toBe("2026-05-12");
  expect(dayIn("Europe/Istanbul", late)).toBe("2026-05-13");
  expect(dayIn("America/New_York", late)).toBe("2026-05-12");
});

it("is the day of UTC in a zone that nobody knows", () => {
  expect(dayIn("Nowhere/Here", new Date("2026-05-12T23:59:00Z"))).toBe("2026-05-12");
});
