/** Whether readers have a story: asked once after an export, answered at any time. */
import { say } from "../../messages";
import { write } from "../changes";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";

class Live {
  /** The export after which somebody said "not yet", by story. */
  #notYet = $state.raw<Record<string, string>>({});

  /** Whether the last export of the open story is still to be answered for. */
  asks(storyId: string): boolean {
    const { story } = session;
    if (story?.id !== storyId || story.liveAt !== null || story.killedAt !== null) return false;
    return story.exported !== null && this.#notYet[storyId] !== story.exported.at;
  }

  notYet(storyId: string): void {
    const at = session.story?.exported?.at;
    if (at !== undefined) this.#notYet = { ...this.#notYet, [storyId]: at };
  }

  async mark(storyId: string, live: boolean): Promise<void> {
    try {
      await write("mark_live", { storyId, live });
      await session.readRecord();
      notices.tell(live ? say.records.liveDone : say.records.notLiveDone);
    } catch (thrown) {
      notices.tellFailure(thrown, "mark the story as live");
    }
  }
}

export const live = new Live();
