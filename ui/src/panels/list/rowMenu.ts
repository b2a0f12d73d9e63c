/** What can be done with one story of the list. */
import type { StoryRow } from "../../desk/contract";
import { say } from "../../messages";
import { beside } from "../beside/beside.svelte";
import { desk } from "../desk.svelte";
import { dialogs } from "../dialogs.svelte";
import { list } from "../list.svelte";
import type { Item } from "../parts/menu";
import { session } from "../session.svelte";
import { duplicate, followUp, openStory, spike, unspike } from "../stories";

export function rowMenu(row: StoryRow, at: number): Item[] {
  const reading: Item[] = [
    { text: say.list.open, keys: say.list.openKeys, choose: () => void openStory(row.id) },
  ];
  if (session.story && session.story.id !== row.id) {
    reading.push({ text: say.list.openBeside, choose: () => void beside.open(row.id) });
  }
  return desk.readOnly ? reading : [...reading, ...work(row, at)];
}

function work(row: StoryRow, at: number): Item[] {
  const taken = list.selection.ids.has(row.id);
  const select = taken ? say.list.unselect : say.list.select;
  const selecting = { text: select, keys: say.list.selectKeys, choose: () => list.toggle(row, at) };
  if (row.spiked) return [selecting, { text: say.stories.unspike, choose: () => void unspike(row) }];
  const name = row.slug || row.headline;
  return [
    selecting,
    { text: say.list.duplicate, choose: () => void duplicate(row.id) },
    { text: say.list.followUp, choose: () => void followUp(row.id) },
    {
      text: say.list.saveTemplate,
      choose: () => dialogs.show({ what: "saveTemplate", storyId: row.id, name }),
    },
    ...(row.exportedAt !== null && row.killedAt === null
      ? [{ text: say.records.kill, choose: () => dialogs.show({ what: "kill", storyId: row.id, name }) }]
      : []),
    { text: say.stories.spike, keys: say.stories.spikeKeys, choose: () => void spike(row) },
  ];
}
