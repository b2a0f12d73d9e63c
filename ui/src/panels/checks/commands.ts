import { tick } from "svelte";
import type { Finding } from "../../desk/contract";
import { say } from "../../messages";
import { captions } from "../captions/captions.svelte";
import { checks } from "../checks.svelte";
import type { Command } from "../commands";

/** What the checks noticed. */
export function checkCommands(): Command[] {
  const group = "checks";
  return [
    {
      id: "checks.next",
      name: say.commands.nextFinding,
      keys: "F8",
      group,
      enabled: () => checks.findings.length > 0,
      run: () => void goOn(1),
    },
    {
      id: "checks.before",
      name: say.commands.findingBefore,
      keys: "Shift-F8",
      group,
      enabled: () => checks.findings.length > 0,
      run: () => void goOn(-1),
    },
    {
      id: "checks.nextStop",
      name: say.commands.nextStop,
      group,
      enabled: () => checks.stops.length > 0,
      run: () => void goOn(1, checks.stops),
    },
  ];
}

/** Goes to the next finding, or the one before. What was found stands on the page. */
export async function goOn(step: 1 | -1, among?: Finding[]): Promise<void> {
  if (captions.sheet) captions.close();
  await tick();
  checks.next(step, among);
}
