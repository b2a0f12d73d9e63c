import { say } from "../../messages";
import type { Command } from "../commands";
import { session } from "../session.svelte";
import { notes } from "./notes.svelte";

/** Private notes on passages. */
export function noteCommands(): Command[] {
  return [
    {
      id: "notes.add",
      name: say.passageNotes.add,
      keys: "Mod-Alt-m",
      group: "writing",
      enabled: () => session.story !== null && !session.readOnly,
      run: () => void notes.add(),
    },
  ];
}
