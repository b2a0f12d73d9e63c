import { say } from "../../messages";
import type { Command } from "../commands";
import { dialogs } from "../dialogs.svelte";
import { panes } from "../panes.svelte";
import { SECTIONS } from "../settings/sections";
import { zoom, ZOOMS } from "../zoom.svelte";

/** The window itself: palette, shortcuts, settings, help, panes, looks. */
export function frameCommands(): Command[] {
  return [...opened(), ...paneCommands(), ...zoomCommands(), ...settingsCommands()];
}

const always = () => true;

function opened(): Command[] {
  const group = "window";
  return [
    {
      id: "frame.palette",
      name: say.commands.palette,
      keys: "Mod-Shift-p",
      group,
      enabled: always,
      run: () => dialogs.show({ what: "palette" }),
    },
    {
      id: "frame.settings",
      name: say.commands.settings,
      keys: "Mod-,",
      group,
      enabled: always,
      run: () => dialogs.show({ what: "settings" }),
    },
    {
      id: "frame.shortcuts",
      name: say.commands.shortcuts,
      keys: ["F1", "Mod-/"],
      group,
      enabled: always,
      run: () => dialogs.show({ what: "shortcuts" }),
    },
    { id: "frame.help", name: say.commands.help, keys: "Shift-F1", group, enabled: always, run: () => dialogs.show({ what: "help" }) },
  ];
}

function paneCommands(): Command[] {
  const group = "window";
  return [
    { id: "panes.next", name: say.commands.nextPane, keys: "F6", group, enabled: always, run: () => panes.step(1) },
    {
      id: "panes.before",
      name: say.commands.paneBefore,
      keys: "Shift-F6",
      group,
      enabled: always,
      run: () => panes.step(-1),
    },
  ];
}

function zoomCommands(): Command[] {
  const group = "looks";
  const least = ZOOMS[0];
  const most = ZOOMS.at(-1);
  return [
    {
      id: "zoom.in",
      name: say.commands.larger,
      keys: ["Mod-+", "Mod-="],
      group,
      inDialogs: true,
      enabled: () => zoom.percent !== most,
      run: () => zoom.step(1),
    },
    {
      id: "zoom.out",
      name: say.commands.smaller,
      keys: "Mod--",
      group,
      inDialogs: true,
      enabled: () => zoom.percent !== least,
      run: () => zoom.step(-1),
    },
    {
      id: "zoom.usual",
      name: say.commands.usualSize,
      keys: "Mod-0",
      group,
      inDialogs: true,
      enabled: always,
      run: () => zoom.usual(),
    },
  ];
}

/** Each section by its name: what a search in the settings would find. */
function settingsCommands(): Command[] {
  return SECTIONS.map(({ id, name }) => ({
    id: `settings.${id}`,
    name: say.settings.command(name),
    group: id === "looks" ? "looks" : "window",
    enabled: always,
    run: () => dialogs.show({ what: "settings", at: id }),
  }));
}
