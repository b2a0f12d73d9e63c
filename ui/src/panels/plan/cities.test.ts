import { expect, test } from "vitest";
import { cityMeant, cityOf, citiesLike } from "./cities";

test("a city is found by the beginning of its name", () => {
  expect(citiesLike("istan", 5).map(({ zone }) => zone)).toContain("Europe/Istanbul");
  expect(citiesLike("İstanbul", 5)[0]?.zone).toBe("Europe/Istanbul");
  expect(citiesLike("new y", 5)[0]?.name).toBe("New York");
  expect(citiesLike("", 5)).toEqual([]);
});

test("a whole name is meant, half a name only when nothing else begins so", () => {
  expect(cityMeant("london")?.zone).toBe("Europe/London");
  expect(cityMeant("utc")?.zone).toBe("UTC");
  expect(cityMeant("istanb")?.zone).toBe("Europe/Istanbul");
  expect(cityMeant("san")).toBeNull();
  expect(cityMeant("Atlantis")).toBeNull();
});

test("a zone is shown by its city", () => {
  expect(cityOf("America/Argentina/Buenos_Aires")).toMatchObject({ name: "Buenos Aires", region: "America" });
});
