/** The caption desk as the window opens and closes it. */
import { tick } from "svelte";
import { act } from "../../desk";
import { say } from "../../messages";
import { checks } from "../checks.svelte";
import { commitDrafts } from "../drafts";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";
import { newStory } from "../stories";
import { FolderSheet } from "./folderSheet.svelte";
import { StorySheet } from "./storySheet.svelte";

class Captions {
  /** What lies on the caption desk; `null` while it is closed. */
  sheet = $state.raw<StorySheet | FolderSheet | null>(null);

  /** For the photos of the open story. */
  showStory(): void {
    if (!session.story) return;
    commitDrafts();
    this.sheet = new StorySheet();
  }

  /** For a folder of pictures that somebody chooses. */
  async showFolder(): Promise<void> {
    try {
      const paths = await act("pick_photo_folder", {});
      if (paths.length === 0) return;
      const sheet = this.sheet?.what === "folder" ? this.sheet : new FolderSheet();
      this.sheet = sheet;
      await sheet.take(paths);
    } catch (thrown) {
      notices.tellFailure(thrown, "open the folder");
    }
  }

  /** Puts photos of the folder into the open story, or into a new one, and shows it. */
  async putIntoStory(folder: FolderSheet, keys: ReadonlySet<string>): Promise<void> {
    const photos = folder.photos(keys);
    if (photos.length === 0) return;
    const fresh = session.story === null;
    if (fresh) await newStory();
    if (!session.story) return;
    session.editor?.insertPhotos(photos, { what: fresh ? "lead" : "caret" });
    checks.soon();
    notices.tell(say.captions.putIn(photos.length));
    this.showStory();
  }

  toggle(): void {
    if (this.sheet) this.close();
    else this.showStory();
  }

  close(): void {
    commitDrafts();
    this.sheet = null;
    // Once the page is no longer out of reach.
    void tick().then(() => session.editor?.focus());
  }
}

export const captions = new Captions();
