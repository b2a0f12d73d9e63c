/** What a person says of a change before the story goes out again. */
import type { Changes, KindOfChange, SaidChange } from "../../desk/contract";
import { desk } from "../desk.svelte";
import { session } from "../session.svelte";
import { dayIn } from "./today";

export class Said {
  kind = $state<KindOfChange | null>(null);
  text = $state("");
  top = $state(false);

  /** Whether enough is said for these changes. */
  enough(changes: Changes | null): boolean {
    if (changes?.mustSay !== true) return true;
    return this.kind !== null && (this.kind === "minor" || this.text.trim() !== "");
  }

  /**
   * Puts what is to be printed into the story, as one step of its history, and answers what the export
   * is told. The wording then stands in the story, so it is not sent along.
   */
  say(changes: Changes | null): SaidChange | null {
    const { kind, top } = this;
    if (changes?.mustSay !== true || kind === null) return null;
    if (kind !== "minor") {
      const lines = this.text.split("\n").map((line) => line.trim());
      const written = { kind, day: dayIn(desk.about?.publication.timeZone ?? "UTC"), lines: lines.filter((line) => line !== ""), top };
      session.editor?.putCorrection(written);
    }
    return { kind, text: null, top };
  }
}
