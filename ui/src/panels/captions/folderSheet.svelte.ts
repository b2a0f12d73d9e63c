/**
 * A folder of pictures on the desk, in no story yet. Every cell is a fact of its photo. The order is
 * the one in which they will go into a story.
 */
import { act } from "../../desk";
import type { Fact, JobReport, Photo, PhotoChanges } from "../../desk/contract";
import { write } from "../changes";
import { desk } from "../desk.svelte";
import { hearJob } from "../jobs";
import { notices } from "../notices.svelte";
import { say } from "../../messages";
import { photoChanges, takenBack, type Change } from "./plan";
import { folderRows, type Row } from "./rows";
import type { Sheet } from "./sheet";

interface Step {
  forth: () => void;
  back: () => void;
}

export class FolderSheet implements Sheet {
  readonly what = "folder";
  /** How far the taking in has come; `null` when it has ended. */
  taking = $state.raw<{ done: number; total: number } | null>(null);
  #photos = $state.raw<Photo[]>([]);
  #jobId: string | null = null;
  #writing: Promise<void> = Promise.resolve();
  #done: Step[] = [];
  #undone: Step[] = [];

  readonly rows: Row[] = $derived(folderRows(this.#photos));

  get readOnly(): boolean {
    return desk.readOnly;
  }

  get language(): string {
    return desk.about?.publication.language ?? "en";
  }

  /** Takes these files in; their rows come as the desk has them. */
  async take(paths: string[]): Promise<void> {
    try {
      const { jobId } = await act("add_photos", { paths, keepOriginals: true });
      this.#jobId = jobId;
      this.taking = { done: 0, total: paths.length };
      const arrived: Photo[] = [];
      const refused: { text: string; advice: string }[] = [];
      hearJob(jobId, (report) => this.#hear(report, arrived, refused));
    } catch (thrown) {
      notices.tellFailure(thrown, "add photos");
    }
  }

  async stop(): Promise<void> {
    if (this.#jobId === null) return;
    const cancelled = act("cancel_job", { jobId: this.#jobId });
    await cancelled.catch((thrown: unknown) => notices.tellFailure(thrown, "stop"));
  }

  photos(keys: ReadonlySet<string>): Photo[] {
    return this.#photos.filter(({ id }) => keys.size === 0 || keys.has(id));
  }

  apply(changes: readonly Change[]): void {
    if (this.readOnly || changes.length === 0) return;
    const [forth, back] = [photoChanges(changes), takenBack(changes)];
    this.#step({ forth: () => this.#write(forth), back: () => this.#write(back) });
  }

  /** Whether there is something to describe is for a story to say. */
  decorate(): void {}

  undo(): boolean {
    const step = this.#done.pop();
    if (!step) return false;
    step.back();
    this.#undone.push(step);
    return true;
  }

  redo(): boolean {
    const step = this.#undone.pop();
    if (!step) return false;
    step.forth();
    this.#done.push(step);
    return true;
  }

  move(from: number, to: number): void {
    this.#step({ forth: () => this.#reorder(from, to), back: () => this.#reorder(to, from) });
  }

  #step(step: Step): void {
    step.forth();
    this.#done.push(step);
    this.#undone = [];
  }

  #reorder(from: number, to: number): void {
    const photos = [...this.#photos];
    photos.splice(to, 0, ...photos.splice(from, 1));
    this.#photos = photos;
  }

  /** Shows the change at once, and what the desk made of it when it answers. One after the other. */
  #write(changes: PhotoChanges[]): void {
    this.#photos = this.#photos.map((photo) => typedOver(photo, changes));
    this.#writing = this.#writing.then(async () => {
      try {
        this.#show(await write("change_photos", { changes, language: this.language }));
      } catch (thrown) {
        notices.tellFailure(thrown, "change the photos");
        await this.#readAgain(changes.map(({ photoId }) => photoId));
      }
    });
  }

  async #readAgain(photoIds: string[]): Promise<void> {
    const read = act("photos", { photoIds, language: this.language });
    await read.then((photos) => this.#show(photos)).catch(() => {});
  }

  #show(photos: Photo[]): void {
    const said = (id: string) => photos.find((photo) => photo.id === id);
    this.#photos = this.#photos.map((photo) => said(photo.id) ?? photo);
  }

  /** By index, for the desk works on several at once and the folder's order is to be kept. */
  #hear(report: JobReport, arrived: Photo[], refused: { text: string; advice: string }[]): void {
    const { item, end } = report;
    this.taking = end ? null : { done: report.done, total: report.total };
    if (item?.what === "photo") {
      arrived[item.index] = item.photo;
      this.#photos = inOrder(this.#photos, Object.values(arrived));
    }
    if (item?.what === "notTaken") {
      refused.push({ text: item.failure.message, advice: item.failure.advice });
    }
    if (end?.how === "failed") notices.tellFailure(end.failure, "add photos");
    if (end && refused.length > 0) {
      notices.tell(say.photos.notTaken(refused.length), { trouble: true, lines: refused });
    }
  }
}

/** What was there before, then those that arrived, in the order of the folder. */
function inOrder(present: Photo[], arrived: Photo[]): Photo[] {
  const is = (photo: Photo) => (other: Photo) => other.id === photo.id;
  const others = present.filter((photo) => !arrived.some(is(photo)));
  return [...others, ...arrived.map((photo) => present.find(is(photo)) ?? photo)];
}

function typedOver(photo: Photo, changes: readonly PhotoChanges[]): Photo {
  const mine = changes.find(({ photoId }) => photoId === photo.id);
  if (!mine) return photo;
  const facts = { ...photo.facts };
  for (const { field, value } of mine.fields) {
    const old = facts[field];
    // What the file says comes back with the desk's answer.
    if (value === null) delete facts[field];
    const typed: Fact = { value: value ?? "", carrier: "typed", raw: null, others: readings(old) };
    if (value !== null) facts[field] = typed;
  }
  return { ...photo, facts };
}

function readings(old: Fact | undefined): Fact["others"] {
  if (!old || old.carrier === "typed") return old?.others ?? [];
  return [{ carrier: old.carrier, value: old.value }, ...old.others];
}
