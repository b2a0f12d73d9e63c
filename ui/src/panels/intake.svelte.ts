/**
 * Photos on their way into the desk and into a story. Their thumbnails show at once; those that were
 * added together go into the text together, in the order in which they were given: one step to undo,
 * and the caret moves once, not with every photo while somebody types. What cannot be taken is
 * listed, and the rest goes on.
 */
import { act } from "../desk";
import type { JobEnd, JobItem, Photo } from "../desk/contract";
import type { PhotoPlace } from "../editor";
import { say } from "../messages";
import { checks } from "./checks.svelte";
import { credit } from "./credit.svelte";
import { hearJob } from "./jobs";
import { notices } from "./notices.svelte";
import { session } from "./session.svelte";
import { replacedAt, replacePhoto, type Standing } from "./swap";

export interface Batch {
  jobId: string;
  storyId: string;
  place: PhotoPlace;
  /** The photo that the first one comes in place of. */
  replaces: Standing | null;
  done: number;
  total: number;
  /** By their place in the batch; gaps have not been looked at. */
  thumbnails: Thumbnail[];
}

/** A photo that was looked at, before it is in the desk and after. */
interface Thumbnail {
  photoId: string;
  fileName: string;
  taken: boolean;
}

type Refused = Extract<JobItem, { what: "notTaken" }>;

class Intake {
  batches = $state.raw<Batch[]>([]);
  // Photos whose story is not open any more wait for it.
  #waiting = new Map<string, Photo[]>();

  async pick(place: PhotoPlace): Promise<void> {
    try {
      await this.add(await act("pick_photos", {}), place);
    } catch (thrown) {
      notices.tellFailure(thrown, "choose photos");
    }
  }

  /** Photos that were copied elsewhere: files from a file manager, or a picture itself. */
  async paste(): Promise<void> {
    try {
      const paths = await act("clipboard_photos", {});
      if (paths.length === 0) notices.tell(say.photos.nothingToPaste);
      else await this.add(paths, { what: "caret" });
    } catch (thrown) {
      notices.tellFailure(thrown, "paste photos");
    }
  }

  /** Takes photos in without keeping the files themselves. */
  async pickWithoutOriginals(): Promise<void> {
    try {
      await this.add(await act("pick_photos", {}), { what: "caret" }, false);
    } catch (thrown) {
      notices.tellFailure(thrown, "choose photos");
    }
  }

  async add(paths: string[], place: PhotoPlace, keepOriginals = true): Promise<void> {
    const storyId = session.story?.id;
    if (!storyId || paths.length === 0) return;
    try {
      const replaces = replacedAt(place);
      const { jobId } = await act("add_photos", { paths, keepOriginals });
      const batch = { jobId, storyId, place, replaces, done: 0, total: paths.length, thumbnails: [] };
      this.batches = [...this.batches, batch];
      this.#follow(batch);
    } catch (thrown) {
      notices.tellFailure(thrown, "add photos");
    }
  }

  async cancel(jobId: string): Promise<void> {
    await act("cancel_job", { jobId }).catch((thrown: unknown) =>
      notices.tellFailure(thrown, "stop"),
    );
  }

  /** Puts in what arrived while another story was open. */
  comeBack(storyId: string): void {
    const photos = this.#waiting.get(storyId) ?? [];
    this.#waiting.delete(storyId);
    if (photos.length > 0) this.#insert(photos, { what: "caret" });
  }

  #follow(batch: Batch): void {
    const taken: Photo[] = [];
    const refused: Refused[] = [];
    hearJob(batch.jobId, ({ done, total, item, end }) => {
      this.#change(batch.jobId, { done, total });
      if (item?.what === "arriving") this.#show(batch.jobId, item.index, item);
      // By index, for the desk works on several at once; gaps are those that were not taken.
      if (item?.what === "photo") {
        taken[item.index] = item.photo;
        this.#show(batch.jobId, item.index, { photoId: item.photo.id, fileName: item.photo.fileName }, true);
      }
      if (item?.what === "notTaken") refused.push(item);
      if (end) this.#end(batch, end, Object.values(taken), refused);
    });
  }

  #change(jobId: string, change: Partial<Batch>): void {
    this.batches = this.batches.map((batch) =>
      batch.jobId === jobId ? { ...batch, ...change } : batch,
    );
  }

  #show(
    jobId: string,
    index: number,
    { photoId, fileName }: { photoId: string; fileName: string },
    taken = false,
  ): void {
    const thumbnails = this.batches.find((batch) => batch.jobId === jobId)?.thumbnails.slice() ?? [];
    thumbnails[index] = { photoId, fileName, taken };
    this.#change(jobId, { thumbnails });
  }

  #end(batch: Batch, end: JobEnd, taken: Photo[], refused: Refused[]): void {
    this.batches = this.batches.filter(({ jobId }) => jobId !== batch.jobId);
    if (taken.length > 0) this.#arrive(batch, taken);
    if (end.how === "failed") notices.tellFailure(end.failure, "add photos");
    if (end.how === "cancelled") notices.tell(say.photos.cancelled);
    if (refused.length === 0) return;
    const lines = refused.map(({ failure }) => ({ text: failure.message, advice: failure.advice }));
    notices.tell(say.photos.notTaken(refused.length), { trouble: true, lines });
  }

  #arrive(batch: Batch, photos: Photo[]): void {
    if (session.story?.id !== batch.storyId) {
      const waiting = [...(this.#waiting.get(batch.storyId) ?? []), ...photos];
      this.#waiting.set(batch.storyId, waiting);
      return notices.tell(say.photos.elsewhere(waiting.length), { trouble: true });
    }
    if (batch.replaces === null) this.#insert(photos, batch.place);
    else void this.#replace(photos, batch.replaces);
    const again = photos.filter(({ sameAs }) => sameAs !== null).length;
    if (again > 0) notices.tell(say.photos.again(again));
    const [first] = photos;
    if (first?.printsAs.line === null) credit.ask(first.id);
  }

  /** The first takes the old one's place, the others follow as figures of their own. */
  async #replace([first, ...others]: Photo[], old: Standing): Promise<void> {
    if (first) await replacePhoto(old, first);
    if (others.length > 0) this.#insert(others, { what: "caret" });
  }

  #insert(photos: Photo[], place: PhotoPlace): void {
    session.editor?.insertPhotos(photos, place);
    checks.soon();
  }
}

export const intake = new Intake();
