/**
 * Every command of the window, once. The keys, the palette and the sheet of shortcuts read this list
 * and nothing else. To add commands: a file `panels/<area>/commands.ts` that answers with a list, a
 * line in {@link AREAS}, names in `messages/`. A key of the editor is named in `editor/keyTable.ts`.
 */
import type { say } from "../messages";
import { captionCommands } from "./captions/commands";
import { checkCommands } from "./checks/commands";
import { copyingCommands } from "./copying/commands";
import { frameCommands } from "./frame/commands";
import { languageCommands } from "./language/commands";
import { storyCommands } from "./list/commands";
import { noteCommands } from "./notes/commands";
import { pageCommands } from "./page/commands";
import { editorCommands } from "./page/editorCommands";
import { elementCommands } from "./page/elementCommands";
import { proofCommands } from "./proof/commands";
import { recordsCommands } from "./records/commands";
import { siteCommands } from "./site/commands";
import { writingCommands } from "./writing/commands";

export interface Command {
  /** "stories.new": the area, a dot, what it does. The palette remembers commands by it. */
  id: string;
  /** As a menu would say it; with an ellipsis when it asks something first. */
  name: string;
  /**
   * As ProseMirror names keys: "Mod-Shift-k", "F8". Mod is Ctrl, or Cmd on a Mac. The first of
   * several is shown.
   */
  keys?: string | readonly string[];
  group: Group;
  /** Whether it can be done now. Cheap: it is asked for every command at once. */
  enabled(): boolean;
  run(): void;
  /** Its keys work while a dialog is open, too. */
  inDialogs?: boolean;
  /** Its keys are somebody else's care, as the editor's are; here it is only found by name. */
  byName?: boolean;
}

export type Group = keyof typeof say.commands.groups;

const AREAS: readonly (() => readonly Command[])[] = [
  storyCommands,
  pageCommands,
  editorCommands,
  elementCommands,
  writingCommands,
  noteCommands,
  captionCommands,
  checkCommands,
  proofCommands,
  recordsCommands,
  copyingCommands,
  siteCommands,
  languageCommands,
  frameCommands,
];

/** All of them, in the order of the areas. Read anew, because names and lists of a desk change. */
export function commands(): Command[] {
  return AREAS.flatMap((area) => area());
}

/** The keys of a command, the one that is shown first. */
export function keysOf(command: Pick<Command, "keys">): readonly string[] {
  if (command.keys === undefined) return [];
  return typeof command.keys === "string" ? [command.keys] : command.keys;
}
