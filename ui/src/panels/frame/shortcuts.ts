/** The sheet of shortcuts, out of the registry and the editor's table. Nothing is written by hand. */
import { EDITOR_KEYS } from "../../editor";
import { say } from "../../messages";
import { commands, keysOf, type Group } from "../commands";

export interface Shortcut {
  id: string;
  name: string;
  keys: readonly string[];
}

export interface ShortcutGroup {
  group: Group;
  name: string;
  shortcuts: Shortcut[];
}

/** All that have keys, by group, also what cannot be done just now. */
export function shortcuts(): ShortcutGroup[] {
  const all = [...named(), ...keysOnly()];
  return groups()
    .map((group) => ({
      group,
      name: say.commands.groups[group],
      shortcuts: all.filter((one) => one.group === group),
    }))
    .filter(({ shortcuts }) => shortcuts.length > 0);
}

function groups(): Group[] {
  return Object.keys(say.commands.groups) as Group[];
}

function named() {
  return commands()
    .map((command) => ({ id: command.id, name: command.name, group: command.group, keys: keysOf(command) }))
    .filter(({ keys }) => keys.length > 0);
}

/** Keys of the hand alone, which no palette lists. */
function keysOnly() {
  return EDITOR_KEYS.filter(({ onlyKey }) => onlyKey).map(({ id, group, keys }) => ({
    id: `editor.${id}`,
    name: say.editorKeys[id],
    group,
    keys,
  }));
}
