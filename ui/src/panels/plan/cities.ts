/** Time zones by the city that each is named after. */

export interface City {
  /** IANA, as "Europe/Istanbul". */
  zone: string;
  /** As "Istanbul". */
  name: string;
  /** As "Europe"; empty for UTC. */
  region: string;
}

const UTC: City = { zone: "UTC", name: "UTC", region: "" };

export const cities: City[] = [UTC, ...Intl.supportedValuesOf("timeZone").filter(isCity).map(cityOf)];

/** The city of a zone, also of one that this web view does not list. */
export function cityOf(zone: string): City {
  const parts = zone.split("/");
  const name = (parts.at(-1) ?? zone).replaceAll("_", " ");
  return { zone, name, region: parts.length > 1 ? (parts[0] ?? "").replaceAll("_", " ") : "" };
}

/** Cities that begin with what is typed, then those with a word that does. */
export function citiesLike(typed: string, most: number): City[] {
  const wanted = folded(typed);
  if (wanted === "") return [];
  const begins = cities.filter(({ name }) => folded(name).startsWith(wanted));
  const later = cities.filter(
    (city) => !begins.includes(city) && ` ${folded(city.name)} ${folded(city.region)}`.includes(` ${wanted}`),
  );
  return [...begins, ...later].slice(0, most);
}

/** The one city that is meant: its full name, or the only one that begins so. */
export function cityMeant(typed: string): City | null {
  const wanted = folded(typed);
  const exact = cities.find(({ name, zone }) => folded(name) === wanted || folded(zone) === wanted);
  const like = citiesLike(typed, 2);
  return exact ?? (like.length === 1 ? (like[0] ?? null) : null);
}

function isCity(zone: string): boolean {
  return zone.includes("/") && !zone.startsWith("Etc/");
}

function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toLowerCase().replaceAll("ı", "i");
}
