/** The desk's story templates, as they were read last. */
import { act } from "../../desk";
import type { StoryTemplate } from "../../desk/contract";
import { say } from "../../messages";
import { write } from "../changes";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";

class Templates {
  all = $state.raw<StoryTemplate[]>([]);
  loaded = $state(false);

  async read(): Promise<void> {
    try {
      this.all = await act("story_templates", {});
      this.loaded = true;
    } catch (thrown) {
      notices.tellFailure(thrown, "read the templates");
    }
  }

  /** Keeps a story as a template, in place of the one of that name. Rejects with the desk's failure. */
  async save(storyId: string, name: string): Promise<void> {
    if (session.story?.id === storyId && !session.readOnly) await session.settle();
    await write("save_story_template", { storyId, name });
    notices.tell(say.templates.saved(name));
    await this.read();
  }

  async remove(name: string): Promise<void> {
    try {
      await write("remove_story_template", { name });
    } catch (thrown) {
      notices.tellFailure(thrown, "remove the template");
    }
    await this.read();
  }
}

export const templates = new Templates();
