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

/** What a copied passage says of each stop, as a proof and a reading copy say it. */
export function bannerLines({ hold, notForPublication, embargo, legal }: Stops): string[] {
  const legally = {
    notNeeded: null,
    needed: stopsWords.legalNeeded,
    withLawyer: stopsWords.legalWithLawyer,
    cleared: legal.changedSince ? stopsWords.legalChanged : null,
  }[legal.state];
  return [
    hold ? stopsWords.bannerHold : null,
    notForPublication ? stopsWords.bannerNotForPublication : null,
    embargo?.holds ? embargo.sentence.replace(/^Embargoed until/, stopsWords.bannerEmbargo) : null,
    legally === null ? null : stopsWords.bannerLegal(legally),
  ].filter((line) => line !== null);
}
