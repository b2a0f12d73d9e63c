/** The site by name. */
import { say } from "../../messages";
import type { Command } from "../commands";
import { desk } from "../desk.svelte";
import { dialogs } from "../dialogs.svelte";

export function siteCommands(): Command[] {
  return [
    {
      id: "site.make",
      name: say.site.command,
      group: "goingOut",
      enabled: () => !desk.readOnly,
      run: () => dialogs.show({ what: "site" }),
    },
  ];
}
