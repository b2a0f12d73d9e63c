/** The keys of the window: each does the command that names it. The editor has its own. */
import { commands, keysOf } from "./commands";
import { dialogs } from "./dialogs.svelte";
import { nameOf } from "./keyNames";

export function keys(event: KeyboardEvent): void {
  // The editor had it first: Ctrl+K on selected words makes a link.
  if (event.defaultPrevented || isTyping(event)) return;
  const pressed = nameOf(event);
  const command = commands().find((one) => !one.byName && keysOf(one).includes(pressed));
  if (!command || (isAsking() && !command.inDialogs)) return;
  // Also when it cannot be done now: else the web view would do what it does on these keys.
  event.preventDefault();
  if (command.enabled()) command.run();
}

/** A plain character. Whoever types pays for nothing here. */
function isTyping({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !/^F\d/.test(key);
}

function isAsking(): boolean {
  return dialogs.ask !== null || document.querySelector("dialog[open]") !== null;
}
