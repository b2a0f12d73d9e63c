/** What a person does with whole stories: open, start, import, spike. */
import { act } from "../desk";
import type { ImportedStory, ImportStory, Story, StoryRow } from "../desk/contract";
import { say } from "../messages";
import { write } from "./changes";
import { checks } from "./checks.svelte";
import { dialogs } from "./dialogs.svelte";
import { intake } from "./intake.svelte";
import { notices } from "./notices.svelte";
import { painted, whenPainted } from "./painted.svelte";
import { session } from "./session.svelte";

let wanted = 0;

/** Whoever comes back finds the story they left: the one that changed last. */
export async function openLast(read: Promise<Story | null>): Promise<void> {
  const turn = ++wanted;
  try {
    const last = await read;
    if (last && !session.story && turn === wanted) show(last);
    painted("story");
  } catch (thrown) {
    notices.tellFailure(thrown, "open the last story");
  }
}

/** Opens a story once the one before is on disk. The last one asked for wins. */
export async function openStory(storyId: string): Promise<void> {
  if (session.story?.id === storyId) return;
  const turn = ++wanted;
  try {
    const story = await act("story", { storyId });
    if (!(await leaveStory()) || turn !== wanted) return;
    show(story);
  } catch (thrown) {
    notices.tellFailure(thrown, "open the story");
  }
}

function show(story: Story): void {
  session.open(story);
  checks.clear();
  whenPainted(() => void checks.now());
  intake.comeBack(story.id);
}

/** Settles the open story. Answers whether it may be left. */
export async function leaveStory(): Promise<boolean> {
  if (!session.story || session.readOnly || (await session.settle())) return true;
  return dialogs.askUnsaved(session.story.slug, session.failure);
}

/** A new story exists in the desk before its first key; of a template when one is named. */
export async function newStory(template: string | null = null): Promise<void> {
  await begin("start a story", () => write("new_story", { template, followUpOf: null }));
}

/** A story of its own on the same matter, linked with the first one both ways. */
export async function followUp(storyId: string): Promise<void> {
  await begin("follow up the story", async () => {
    await settled(storyId);
    return write("new_story", { template: null, followUpOf: storyId });
  });
}

/** A second story with the same text and photos. */
export async function duplicate(storyId: string): Promise<void> {
  await begin("duplicate the story", async () => {
    await settled(storyId);
    const story = await write("duplicate_story", { storyId });
    notices.tell(say.list.duplicated(story.slug));
    return story;
  });
}

async function begin(doing: string, make: () => Promise<Story>): Promise<void> {
  try {
    const story = await make();
    await openStory(story.id);
    session.editor?.focus("headline");
  } catch (thrown) {
    notices.tellFailure(thrown, doing);
  }
}

/** What is typed in the open story belongs into what is made of it. */
async function settled(storyId: string): Promise<void> {
  if (session.story?.id === storyId && !session.readOnly) await session.settle();
}

/** Imports copy and opens it. Rejects with the desk's failure. */
export async function bringCopy(copy: ImportStory): Promise<void> {
  await arrive(await write("import_story", copy));
}

/** The same from outside a dialog: a failure stands at the foot of the window. */
export async function importCopy(copy: ImportStory): Promise<void> {
  await bringCopy(copy).catch((thrown: unknown) => notices.tellFailure(thrown, "import"));
}

export async function openSample(): Promise<void> {
  try {
    await arrive(await write("import_sample", {}));
  } catch (thrown) {
    notices.tellFailure(thrown, "open the sample");
  }
}

export async function spike(row: StoryRow): Promise<void> {
  try {
    if (session.story?.id === row.id) {
      if (!(await leaveStory())) return;
      session.close();
      checks.clear();
    }
    await write("spike_story", { storyId: row.id });
    const action = { text: say.common.undo, run: () => void unspike(row) };
    notices.tell(say.stories.spikeDone(row.slug), { action });
  } catch (thrown) {
    notices.tellFailure(thrown, "spike the story");
  }
}

export async function unspike(row: StoryRow): Promise<void> {
  try {
    await write("unspike_story", { storyId: row.id });
    notices.tell(say.stories.unspikeDone(row.slug));
    if (session.story?.id === row.id) await reopen(row.id);
  } catch (thrown) {
    notices.tellFailure(thrown, "bring the story back");
  }
}

/** Puts the text of the window into a story of its own, after the draft moved on elsewhere. */
export async function saveAsNew(): Promise<void> {
  const document = session.editor?.document();
  if (!document) return;
  try {
    const story = await write("new_story", { template: null, followUpOf: null });
    await write("save_draft", { storyId: story.id, basedOn: story.revision, document });
    await reopen(story.id);
    notices.tell(say.notSaved.savedAsNew);
  } catch (thrown) {
    notices.tellFailure(thrown, "save as a new story");
  }
}

async function arrive({ storyId, notes: told }: ImportedStory): Promise<void> {
  await openStory(storyId);
  notices.tell(say.import.done(told.length));
}

/** Shows a story without asking for the text that stands in the window. */
async function reopen(storyId: string): Promise<void> {
  const story = await act("story", { storyId });
  session.open(story);
  checks.clear();
  void checks.now();
}
