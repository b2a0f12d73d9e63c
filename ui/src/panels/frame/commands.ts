import type { Command } from "../commands";

/** The window itself: palette, shortcuts, settings, help, panes, looks. */
export function frameCommands(): Command[] {
  return [];
}
