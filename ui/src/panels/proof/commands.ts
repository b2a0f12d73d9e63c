/** Commands of the proof. */
import { say } from "../../messages";
import type { Command } from "../commands";
import { session } from "../session.svelte";
import { themes } from "../themes.svelte";
import { proof } from "./proof.svelte";

export const proofCommands = (): Command[] => [
  ...themes.now.map(
    ({ name, title }): Command => ({
      id: `proof.theme.${name}`,
      name: say.themes.command(title),
      group: "goingOut",
      enabled: () => proof.open && proof.theme !== name,
      run: () => proof.try(name),
    }),
  ),
  {
    id: "proof.toggle",
    name: say.commands.proof,
    keys: "Mod-Shift-e",
    group: "goingOut",
    enabled: () => session.story !== null,
    run: () => proof.toggle(),
  },
  {
    id: "proof.print",
    name: say.commands.printProof,
    keys: "Mod-p",
    group: "goingOut",
    enabled: () => session.story !== null,
    run: () => void proof.print(),
  },
];
