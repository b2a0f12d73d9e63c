/** A second story, for reading beside the one that is written. */
import { act, type Stop } from "../../desk";
import type { Story } from "../../desk/contract";
import { say } from "../../messages";
import { onChanged } from "../changes";
import { list } from "../list.svelte";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";
import { openStory } from "../stories";

const CHANGED_MS = 300;

class Beside {
  story = $state.raw<Story | null>(null);
  /** Which of the two a narrow window shows. */
  inFront = $state(true);
  #timer: ReturnType<typeof setTimeout> | undefined;

  async open(storyId: string): Promise<void> {
    try {
      this.story = await act("story", { storyId });
      this.inFront = true;
    } catch (thrown) {
      notices.tellFailure(thrown, "open the story");
    }
  }

  close(): void {
    this.story = null;
    session.editor?.focus();
  }

  /** Writes in the story that was read, and reads the one that was written. */
  async swap(): Promise<void> {
    const [written, read] = [session.story?.id, this.story?.id];
    if (read === undefined) return;
    await openStory(read);
    if (session.story?.id !== read) return;
    if (written === undefined) return this.close();
    await this.open(written);
    this.inFront = false;
    session.editor?.focus();
  }

  follow(): Stop {
    return onChanged((changed) => {
      const id = this.story?.id;
      if (changed.some((one) => one.what === "story" && one.id === id)) this.#readSoon();
    });
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.story) void this.open(this.story.id);
    }, CHANGED_MS);
  }
}

/** What a story is called where there is room for a few words. */
export function nameOf(story: Story | null): string {
  const headline = story ? list.row(story.id)?.headline.trim() : "";
  return story?.slug || headline || say.stories.untitled;
}

export const beside = new Beside();
