/** Brings the story's stops into sight, from wherever they are named. */
import { tick } from "svelte";
import { session } from "../session.svelte";

/** The section of the right column has this id. */
export const STOPS_ID = "story-stops";

export async function showStops(): Promise<void> {
  session.selected = { what: "story" };
  await tick();
  const section = document.getElementById(STOPS_ID);
  section?.scrollIntoView({ block: "nearest" });
  section?.focus({ preventScroll: true });
}
