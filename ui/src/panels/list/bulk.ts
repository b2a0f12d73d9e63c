/** One change to all the selected stories. */
import type { ChangeStories } from "../../desk/contract";
import { say } from "../../messages";
import { write } from "../changes";
import { list } from "../list.svelte";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";
import { leaveStory } from "../stories";

type Change = Omit<ChangeStories, "storyIds">;
const NOTHING: Change = { state: null, spiked: null, desk: null, assignee: null };

/** Gives the selected stories another state, desk or writer. They stay selected. */
export async function changeMany(change: Partial<Change>): Promise<void> {
  const storyIds = [...list.selection.ids];
  await attempt(storyIds, change, () => notices.tell(say.list.changedMany(storyIds.length)));
}

/** Spikes the selected stories, or brings them back; once more undoes it. */
export async function spikeMany(spiked: boolean): Promise<void> {
  await spikeAll([...list.selection.ids], spiked);
  list.selectNone();
}

async function spikeAll(storyIds: string[], spiked: boolean): Promise<void> {
  const openId = session.story?.id;
  const open = openId !== undefined && storyIds.includes(openId);
  if (spiked && open && !(await leaveStory())) return;
  await attempt(storyIds, { spiked }, () => {
    if (spiked && open) session.close();
    const done = spiked ? say.list.spikedMany : say.list.unspikedMany;
    const undo = { text: say.common.undo, run: () => void spikeAll(storyIds, !spiked) };
    notices.tell(done(storyIds.length), { action: undo });
  });
}

async function attempt(storyIds: string[], change: Partial<Change>, then: () => void): Promise<void> {
  try {
    await write("change_stories", { ...NOTHING, ...change, storyIds });
    then();
    if (session.story && storyIds.includes(session.story.id)) await session.readRecord();
  } catch (thrown) {
    notices.tellFailure(thrown, "change the stories");
  }
}
