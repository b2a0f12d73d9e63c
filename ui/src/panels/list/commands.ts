import { say } from "../../messages";
import type { Command } from "../commands";
import { beside } from "../beside/beside.svelte";
import { desk } from "../desk.svelte";
import { dialogs } from "../dialogs.svelte";
import { list } from "../list.svelte";
import { session } from "../session.svelte";
import { duplicate, followUp, newStory, openSample } from "../stories";
import { focusSearch } from "./search";

/** What is done with whole stories. */
export function storyCommands(): Command[] {
  const group = "stories";
  const open = () => desk.about !== null && !desk.readOnly;
  const always = () => true;
  return [
    { id: "stories.new", name: say.commands.newStory, keys: "Mod-n", group, enabled: open, run: () => void newStory() },
    {
      id: "stories.template",
      name: say.list.commands.template,
      keys: "Mod-Shift-n",
      group,
      enabled: open,
      run: () => dialogs.show({ what: "templates" }),
    },
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
    ...openStoryCommands(),
  ];
}

/** What is done with the story that is open. */
function openStoryCommands(): Command[] {
  const group = "stories";
  const story = session.story;
  const writable = () => story !== null && !session.readOnly;
  return [
    {
      id: "stories.duplicate",
      name: say.list.commands.duplicate,
      group,
      enabled: writable,
      run: () => void (story && duplicate(story.id)),
    },
    {
      id: "stories.followUp",
      name: say.list.commands.followUp,
      group,
      enabled: writable,
      run: () => void (story && followUp(story.id)),
    },
    {
      id: "stories.saveTemplate",
      name: say.list.saveTemplate,
      group,
      enabled: writable,
      run: () => story && dialogs.show({ what: "saveTemplate", storyId: story.id, name: story.slug }),
    },
    {
      id: "stories.swapBeside",
      name: say.list.commands.swapBeside,
      group,
      enabled: () => beside.story !== null && !desk.readOnly,
      run: () => void beside.swap(),
    },
    {
      id: "stories.closeBeside",
      name: say.list.commands.closeBeside,
      group,
      enabled: () => beside.story !== null,
      run: () => beside.close(),
    },
  ];
}
