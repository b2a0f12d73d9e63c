/** Commands of the story's language. */
import { say } from "../../messages";
import type { Command } from "../commands";
import { session } from "../session.svelte";
import { learnAt } from "./learning";

export const languageCommands = (): Command[] => [
  {
    id: "language.learn",
    name: say.commands.learnWord,
    keys: "Mod-Shift-l",
    group: "writing",
    enabled: () => session.story !== null,
    run: () => void learnAt(),
  },
];
