/** The elements that have no key of their own; those that have one are among the editor's keys. */
import type { Command } from "../commands";
import { session } from "../session.svelte";

export function elementCommands(): Command[] {
  const elements = session.editor?.elementList() ?? [];
  // A photo is added by a command of its own.
  return elements
    .filter(({ name, keys }) => keys === null && name !== "photo")
    .map(({ name, label }) => ({
      id: `element.${name}`,
      name: label,
      group: "elements",
      enabled: () => session.story !== null && !session.readOnly,
      run: () => void session.editor?.insertElement(name),
    }));
}
