/** What a person says of a change before the story goes out again. */
import type { Changes, KindOfChange, SaidChange } from "../../desk/contract";
import { desk } from "../desk.svelte";
import { session } from "../session.svelte";

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
      const written = { kind, day: today(), lines: lines.filter((line) => line !== ""), top };
      session.editor?.putCorrection(written);
    }
    return { kind, text: null, top };
  }
}

/** The day on the calendar of the publication, as "2026-05-12". */
export function today(now = new Date()): string {
  const timeZone = desk.about?.publication.timeZone;
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone }).format(now);
  } catch {
    // A zone that only the desk knows.
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: "UTC" }).format(now);
  }
}
