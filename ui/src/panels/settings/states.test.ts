import { expect, it } from "vitest";
import { newStateId } from "./states";

const states = [{ id: "legal-read", name: "Legal read" }];

it("names a new state after itself, and never as another one", () => {
  expect(newStateId("With the lawyer", states)).toBe("with-the-lawyer");
  expect(newStateId("Légal réad!", states)).toBe("legal-read-2");
  expect(newStateId("校閲", states)).toBe("state");
});
