/**
 * The open story: its record, its editor, what is selected, and its saves.
 *
 * The text itself is the editor's; `story.document` is only what was opened. Photos are the
 * editor's too, because a change to their facts stands in its history.
 */
import { act, type Stop } from "../desk";
import type { ChangeStory, Changed, PassageNote, Photo, Story } from "../desk/contract";
import type { Editor, EditorChange, PhotoChange, Selected, Writing } from "../editor";
import { onChanged, write } from "./changes";
import { desk } from "./desk.svelte";
import { commitDrafts } from "./drafts";
import { notices } from "./notices.svelte";
import { SaveLoop, type Saving } from "./saving";

const REFRESH_MS = 150;
const NOTHING: Selected = { what: "story" };
const ENGLISH: Writing = { language: "en", direction: "ltr" };

class Session {
  story = $state.raw<Story | null>(null);
  selected = $state.raw<Selected>(NOTHING);
  saving = $state.raw<Saving>({ is: "unsaved" });
  readonly readOnly = $derived(desk.readOnly || (this.story?.spiked ?? false));
  editor: Editor | null = null;
  #loop: SaveLoop | null = null;
  /** Counts the changes of the document, for what has to follow each of them. */
  edits = $state(0);
  #photosSeen = $state(0);
  #writes = new Set<Promise<unknown>>();
  #stalePhotos: string[] = [];
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  /** Which way the story is written; the words of printed credits follow its language. */
  writing = $state.raw<Writing>(ENGLISH);

  /** Shows a story that was just read. The one before must be settled. */
  open(story: Story): void {
    this.#loop?.stop();
    this.story = story;
    this.selected = NOTHING;
    this.saving = { is: "saved", at: story.savedAt };
    this.#loop = new SaveLoop(this.#saveTools(story.id), story.revision);
    this.editor?.open(story, this.readOnly);
    this.#readWriting();
    this.#photosSeen += 1;
  }

  /** The place for the text is there: from now on the story stands in it. */
  write(editor: Editor): void {
    this.editor = editor;
    if (!this.story) return;
    editor.open(this.story, this.readOnly);
    this.#readWriting();
    this.#photosSeen += 1;
  }

  close(): void {
    this.#loop?.stop();
    this.#loop = null;
    this.story = null;
    this.selected = NOTHING;
  }

  /** Something happened in the editor: with every key, so what did not change is not touched. */
  edited({ documentChanged, photosChanged, selected }: EditorChange): void {
    if (documentChanged) this.edits += 1;
    if (photosChanged) this.#photosSeen += 1;
    this.selected = selected;
    if (documentChanged) this.#readWriting();
    if (documentChanged && !this.readOnly) this.#loop?.changed();
  }

  /** Credits print in the story's language, so another language is another reading of the photos. */
  #readWriting(): void {
    const before = this.writing;
    const now = this.editor?.writing() ?? ENGLISH;
    if (before.language === now.language && before.direction === now.direction) return;
    this.writing = now;
    if (before.language !== this.writing.language) this.#stale([{ what: "publication" }]);
  }

  /** Writes everything that is typed. Answers whether all of it is on disk. */
  async settle(): Promise<boolean> {
    commitDrafts();
    const written = await this.#written();
    const saved = (await this.#loop?.flush()) ?? true;
    return saved && written;
  }

  /** The editor has a photo's facts written one after the other, each in a turn of its own. */
  async #written(): Promise<boolean> {
    let all = true;
    do {
      await new Promise((turn) => setTimeout(turn));
      const writes = await Promise.allSettled(this.#writes);
      all &&= writes.every(({ status }) => status === "fulfilled");
    } while (this.#writes.size > 0);
    return all;
  }

  get failure() {
    return this.saving.is === "failed" || this.saving.is === "movedOn" ? this.saving.failure : null;
  }

  /** The record of a photo in this story, as it is now. */
  photo(id: string | null): Photo | null {
    void this.#photosSeen;
    return id === null ? null : (this.editor?.photo(id) ?? null);
  }

  photoSelected(): Photo | null {
    return this.selected.what === "figure" ? this.photo(this.selected.photoId) : null;
  }

  /**
   * Changes the record beside the document: slug, URL name, state, private notes. The caller names
   * the story, so that a late field never writes into the one that was opened after it.
   */
  async change(storyId: string, change: Omit<Partial<ChangeStory>, "storyId">): Promise<void> {
    const nothing = { slug: null, urlName: null, state: null, plan: null, stops: null, notes: null };
    try {
      const writing = write("change_story", { ...nothing, ...change, storyId });
      this.#record(await this.#hold(writing));
    } catch (thrown) {
      notices.tellFailure(thrown, "change the story");
    }
  }

  /** Reads the record again, never the text. */
  async readRecord(): Promise<void> {
    if (this.story) this.#record(await act("story", { storyId: this.story.id }));
  }

  /** Holds back settling until what a panel writes beside the document is through. */
  async during<T>(writing: Promise<T>): Promise<T> {
    return this.#hold(writing);
  }

  /** Shows notes as they were just written, before anybody reads them again. */
  putNotes(storyId: string, change: (notes: PassageNote[]) => PassageNote[]): void {
    const { story } = this;
    if (story?.id === storyId) this.story = { ...story, passageNotes: change(story.passageNotes) };
  }

  /** Writes one fact of a photo; the editor calls it for doing, undoing and redoing. */
  async applyFacts(change: PhotoChange): Promise<Photo> {
    try {
      return await this.#hold(writeFacts(change, this.writing.language));
    } catch (thrown) {
      notices.tellFailure(thrown, "change the photo");
      throw thrown;
    } finally {
      this.#photosSeen += 1;
      this.edits += 1;
    }
  }

  follow(): Stop {
    return onChanged((changed) => this.#stale(changed));
  }

  /** Holds back settling until this write is through. */
  async #hold<T>(writing: Promise<T>): Promise<T> {
    this.#writes.add(writing);
    try {
      return await writing;
    } finally {
      this.#writes.delete(writing);
    }
  }

  #record(story: Story): void {
    if (this.story?.id === story.id) this.story = { ...story, document: this.story.document };
  }

  #saveTools(storyId: string) {
    return {
      document: () => this.editor?.document() ?? "",
      write: (document: string, basedOn: number) =>
        write("save_draft", { storyId, basedOn, document }),
      tell: (saving: Saving) => {
        if (this.story?.id !== storyId) return;
        this.saving = saving;
        // What readers have is now another text; the record says so.
        const stale = saving.is === "saved" && this.story.exported !== null && !this.story.changedSince;
        if (stale) void this.readRecord().catch(() => undefined);
      },
    };
  }

  /** Notes what of this story to read again; one reading of the photos covers a burst of changes. */
  #stale(changed: Changed[]): void {
    if (this.#changedElsewhere(changed)) void this.readRecord().catch(() => undefined);
    const here = this.editor?.photos().map(({ id }) => id) ?? [];
    const all = changed.some(({ what }) => what === "publication");
    const named = changed.flatMap((one) => (one.what === "photo" ? [one.id] : []));
    const stale = all ? here : here.filter((id) => named.includes(id));
    if (stale.length === 0) return;
    this.#stalePhotos = [...new Set([...this.#stalePhotos, ...stale])];
    this.#refreshSoon();
  }

  /** Whether somebody else wrote the record: what this session writes, it shows by itself. */
  #changedElsewhere(changed: Changed[]): boolean {
    const own = this.saving.is === "saving" || this.#writes.size > 0;
    return !own && changed.some((one) => one.what === "story" && one.id === this.story?.id);
  }

  #refreshSoon(): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => void this.#refresh(), REFRESH_MS);
  }

  async #refresh(): Promise<void> {
    // What is on its way to the desk would be taken back on the screen by an older reading.
    if (this.#writes.size > 0) return this.#refreshSoon();
    const photoIds = this.#stalePhotos;
    this.#stalePhotos = [];
    try {
      const photos = await act("photos", { photoIds, language: this.writing.language });
      if (this.#writes.size === 0) this.#putPhotos(photos);
    } catch (thrown) {
      notices.tellFailure(thrown, "read the photos");
    }
  }

  /** Shows these records where the story has the photos; it may be another story by now. */
  #putPhotos(photos: Photo[]): void {
    this.editor?.putPhotos(photos.filter(({ id }) => this.editor?.photo(id)));
    this.#photosSeen += 1;
    this.edits += 1;
  }
}

async function writeFacts(change: PhotoChange, language: string): Promise<Photo> {
  const { photoId } = change;
  switch (change.what) {
    case "fact":
      return write("change_photo", { photoId, field: change.field, value: change.value, language });
    case "declared":
      return write("declare_credit", { photoId, declared: change.declared, language });
    case "kind":
      return write("change_kind", { photoId, kind: change.kind, language });
    case "usage":
      return write("change_usage", { photoId, usage: change.usage, language });
  }
}

export const session = new Session();
