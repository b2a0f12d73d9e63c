import { EDITOR_KEYS } from "../../editor";
import { say } from "../../messages";
import type { Command } from "../commands";
import { session } from "../session.svelte";

/** What the editor does on keys of its own, for those who look for it by name. */
export function editorCommands(): Command[] {
  return EDITOR_KEYS.filter(({ onlyKey }) => !onlyKey).map(({ id, keys, group }) => ({
    id: `editor.${id}`,
    name: say.editorKeys[id],
    keys,
    group,
    // The editor had its keys already; who presses them elsewhere means something else.
    byName: true,
    enabled: () => session.story !== null && !session.readOnly,
    run: () => void session.editor?.press(keys[0] ?? ""),
  }));
}
