/**
 * “Copy story for…”: everything typed is saved first, then the desk says whether the story may leave,
 * then it lies in the clipboard. What stops it is shown; warnings do not hold it up.
 */
import { act, DeskFailure } from "../../desk";
import type { CopyForm } from "../../desk/contract";
import { say } from "../../messages";
import { dialogs } from "../dialogs.svelte";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";
import { speak } from "../speak.svelte";

class Copying {
  /** What is on its way to the clipboard. */
  form = $state<CopyForm | null>(null);

  /** Copies the open story. With a reason it goes past hold, embargo and the like. */
  async copy(form: CopyForm, goingPast: string | null = null): Promise<void> {
    const storyId = session.story?.id;
    if (!storyId || this.form !== null) return;
    this.form = form;
    speak.softly(say.copying.busy(form));
    try {
      await this.#copy(storyId, form, goingPast);
    } catch (thrown) {
      await this.#failed(storyId, form, DeskFailure.from(thrown, say.copying.command(form)));
    } finally {
      this.form = null;
    }
  }

  async #copy(storyId: string, form: CopyForm, goingPast: string | null): Promise<void> {
    if (!session.readOnly && !(await session.settle()) && session.failure) throw session.failure;
    const request = { storyId, form, goingPast, wrapAt: null, endMark: false };
    const { photos, credits, notes } = await act("copy_to_clipboard", request);
    const lines = notes.map((text) => ({ text, advice: "" }));
    notices.tell(say.copying.done(form, photos, credits), { lines });
  }

  /** What stops a story has a place in it, and a way there. */
  async #failed(storyId: string, form: CopyForm, failure: DeskFailure): Promise<void> {
    if (failure.code !== "stopped") return notices.tellFailure(failure, "copy");
    try {
      const release = await act("release", { storyId, wayOut: "copy", form: "folder", profile: "web" });
      dialogs.show({ what: "notCopied", form, release });
    } catch {
      notices.tellFailure(failure, "copy");
    }
  }
}

export const copying = new Copying();
