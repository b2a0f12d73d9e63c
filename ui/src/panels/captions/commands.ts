import { say } from "../../messages";
import type { Command } from "../commands";
import { desk } from "../desk.svelte";
import { session } from "../session.svelte";
import { captions } from "./captions.svelte";

/** The caption desk. */
export function captionCommands(): Command[] {
  const group = "photos";
  return [
    {
      id: "captions.toggle",
      name: say.commands.captionDesk,
      keys: "Mod-Shift-k",
      group,
      enabled: () => captions.sheet !== null || session.story !== null,
      run: () => captions.toggle(),
    },
    {
      id: "captions.folder",
      name: say.commands.captionFolder,
      group,
      enabled: () => desk.about !== null && !desk.readOnly,
      run: () => void captions.showFolder(),
    },
  ];
}
