import { expect, it } from "vitest";
import { folderInside } from "./paths";

function check(chosen: string, proposed: string, expected: string) {
  expect(folderInside(chosen, proposed)).toBe(expected);
}

it("keeps the story's own folder", () =>
  check("/media/stick", "/home/desk/exports/tram-opens", "/media/stick/tram-opens"));
it("does not double a separator", () => check("/", "/home/desk/tram-opens", "/tram-opens"));
it("speaks Windows where the desk does", () =>
  check("E:", "C:\\Users\\desk\\tram-opens", "E:\\tram-opens"));
