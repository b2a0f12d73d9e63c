/** What is said of the stops: hold, not for publication, embargo, legal. */
import type { LegalState } from "../desk/contract";

const legalStates: Record<LegalState, string> = {
  notNeeded: "Not needed",
  needed: "Needed",
  withLawyer: "With the lawyer",
  cleared: "Cleared",
};

export const stopsWords = {
  label: "Stops",
  text: "They keep the story from going out. Writing, copying a passage and the proof go on.",
  hold: "Hold",
  notForPublication: "Not for publication",
  embargo: "Embargo",
  setEmbargo: "Set an embargo…",
  changeEmbargo: "Change…",
  liftEmbargo: "Lift",
  until: "Not before",
  untilHint: "tomorrow 00:01",
  city: "In which city’s time",
  cityHint: "Istanbul",
  noCity: (typed: string) => `No time zone is named after “${typed}”. Choose a large city nearby.`,
  cities: "Cities",
  set: "Set",
  cancel: "Cancel",
  lifted: "Its time has come; it no longer holds the story.",
  legal: "Legal",
  legalStates,
  clearedByField: "Cleared by",
  clearedByHint: "Name of the lawyer",
  clear: "Cleared",
  clearedBy: (name: string, when: string | null) =>
    when === null ? `Cleared by ${name}` : `Cleared by ${name}, ${when}`,
  nobody: "somebody",
  changedSince: "Changed since cleared",
  changedSinceText: "Headline, standfirst, body, a caption or a picture is no longer what the lawyer read.",
  clearAgain: "It is still cleared",
  legalNeeded: "A lawyer has to read it",
  legalWithLawyer: "It is with the lawyer",
  legalChanged: "Changed since the lawyer cleared it",
  stopped: "This story is stopped:",
  show: "Show the stops",
  chip: (count: number) => (count === 1 ? "Stopped" : `Stopped (${count})`),
} as const;
