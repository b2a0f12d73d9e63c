/**
 * Photos on their way into the desk and into a story. Those that were added together go in
 * together, in the order in which they were given: one step to undo, and the caret moves once, not
 * with every photo while somebody types. What cannot be taken is listed, and the rest goes on.
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

interface Batch {
  jobId: string;
  storyId: string;
  place: PhotoPlace;
  done: number;
  total: number;
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

  async add(paths: string[], place: PhotoPlace): Promise<void> {
    const storyId = session.story?.id;
    if (!storyId || paths.length === 0) return;
    try {
      const { jobId } = await act("add_photos", { paths });
      const batch = { jobId, storyId, place, done: 0, total: paths.length };
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
      this.#progress(batch.jobId, done, total);
      // By index, for the desk works on several at once; gaps are those that were not taken.
      if (item?.what === "photo") taken[item.index] = item.photo;
      if (item?.what === "notTaken") refused.push(item);
      if (end) this.#end(batch, end, Object.values(taken), refused);
    });
  }

  #progress(jobId: string, done: number, total: number): void {
    this.batches = this.batches.map((batch) =>
      batch.jobId === jobId ? { ...batch, done, total } : batch,
    );
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
    this.#insert(photos, batch.place);
    const [first] = photos;
    if (first?.printsAs.line === null) credit.ask(first.id);
  }

  #insert(photos: Photo[], place: PhotoPlace): void {
    session.editor?.insertPhotos(photos, place);
    checks.soon();
  }
}

export const intake = new Intake();
