import { expect, test } from "vitest";
import { nameOf } from "./paths";

test("the last part of a path is its name", () => {
  expect(nameOf("/home/ana/Cutline/trams.zip")).toBe("trams.zip");
  expect(nameOf("C:\\Users\\Ana\\Cutline\\trams")).toBe("trams");
  expect(nameOf("/media/stick/")).toBe("stick");
  expect(nameOf("/")).toBe("/");
});
