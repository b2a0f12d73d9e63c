/**
 * Photos on their way into the desk and into a story. Each goes into its place as it arrives, in
 * the order in which they were given; what cannot be taken is listed, and the rest goes on.
 */
import { act } from "../desk";
import type { Failure, JobReport, Photo } from "../desk/contract";
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

/** What came of each path, by its index in the request. */
type Come = Photo | "notTaken";

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
    const come: Come[] = [];
    const refused: { path: string; failure: Failure }[] = [];
    let next = 0;
    let first = true;
    hearJob(batch.jobId, (report) => {
      this.#progress(report);
      const item = report.item;
      if (item) come[item.index] = item.what === "photo" ? item.photo : "notTaken";
      if (item?.what === "notTaken") refused.push(item);
      const ready: Photo[] = [];
      for (let one = come[next]; one !== undefined; one = come[++next])
        if (one !== "notTaken") ready.push(one);
      if (ready.length > 0) {
        this.#arrive(batch, ready, first);
        first = false;
      }
      if (report.end) this.#end(report, refused);
    });
  }

  #arrive(batch: Batch, photos: Photo[], first: boolean): void {
    if (session.story?.id !== batch.storyId) {
      const before = this.#waiting.get(batch.storyId) ?? [];
      this.#waiting.set(batch.storyId, [...before, ...photos]);
      return;
    }
    // The first one takes the place that was meant; the others follow it.
    this.#insert(photos, first ? batch.place : { what: "caret" });
    const [lead] = photos;
    if (first && lead?.printsAs.line === null) credit.ask(lead.id);
  }

  #insert(photos: Photo[], place: PhotoPlace): void {
    session.editor?.insertPhotos(photos, place);
    checks.soon();
  }

  #progress({ jobId, done, total }: JobReport): void {
    this.batches = this.batches.map((batch) =>
      batch.jobId === jobId ? { ...batch, done, total } : batch,
    );
  }

  #end({ jobId, end }: JobReport, refused: { path: string; failure: Failure }[]): void {
    const batch = this.batches.find((one) => one.jobId === jobId);
    this.batches = this.batches.filter((one) => one.jobId !== jobId);
    if (end?.how === "failed") notices.tellFailure(end.failure, "add photos");
    if (end?.how === "cancelled") notices.tell(say.photos.cancelled);
    const waiting = batch ? (this.#waiting.get(batch.storyId)?.length ?? 0) : 0;
    if (waiting > 0) notices.tell(say.photos.elsewhere(waiting), { trouble: true });
    if (refused.length === 0) return;
    const lines = refused.map(({ failure }) => ({ text: failure.message, advice: failure.advice }));
    notices.tell(say.photos.notTaken(refused.length), { trouble: true, lines });
  }
}

export const intake = new Intake();
