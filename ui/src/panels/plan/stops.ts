/** What holds a story back, in a few words each. The desk decides; this only says it. */
import type { Stops } from "../../desk/contract";
import { stopsWords } from "../../messages/stops";

export function stopSentences(stops: Stops): string[] {
  const { embargo, legal } = stops;
  return [
    stops.hold ? stopsWords.hold : null,
    stops.notForPublication ? stopsWords.notForPublication : null,
    embargo?.holds ? embargo.sentence : null,
    legal.state === "needed" ? stopsWords.legalNeeded : null,
    legal.state === "withLawyer" ? stopsWords.legalWithLawyer : null,
    legal.state === "cleared" && legal.changedSince ? stopsWords.legalChanged : null,
  ].filter((sentence) => sentence !== null);
}
