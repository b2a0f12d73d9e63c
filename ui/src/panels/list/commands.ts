import { say } from "../../messages";
import type { Command } from "../commands";
import { desk } from "../desk.svelte";
import { dialogs } from "../dialogs.svelte";
import { list } from "../list.svelte";
import { newStory, openSample } from "../stories";
import { focusSearch } from "./search";

/** What is done with whole stories. */
export function storyCommands(): Command[] {
  const group = "stories";
  const open = () => desk.about !== null && !desk.readOnly;
  const always = () => true;
  return [
    { id: "stories.new", name: say.commands.newStory, keys: "Mod-n", group, enabled: open, run: () => void newStory() },
    {
      id: "stories.import",
      name: say.commands.importCopy,
      group,
      enabled: open,
      run: () => dialogs.show({ what: "import" }),
    },
    { id: "stories.sample", name: say.commands.openSample, group, enabled: open, run: () => void openSample() },
    { id: "stories.search", name: say.commands.search, keys: "Mod-k", group, enabled: always, run: focusSearch },
    { id: "stories.all", name: say.commands.allStories, group, enabled: always, run: () => list.showAll() },
    {
      id: "stories.spiked",
      name: say.commands.spikedStories,
      group,
      enabled: () => !list.spiked,
      run: () => list.showSpiked(true),
    },
  ];
}
