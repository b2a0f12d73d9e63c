/**
 * One export, from the question to the finished folder: everything typed is saved first, then the
 * desk says what stands in the way, then the job runs.
 */
import { act, DeskFailure } from "../desk";
import type { Exported, JobReport, PhotoProfile, Release } from "../desk/contract";
import { say } from "../messages";
import { desk } from "./desk.svelte";
import { hearJob } from "./jobs";
import { session } from "./session.svelte";

export type Stage =
  | { is: "asking" }
  | { is: "preparing" }
  | { is: "deciding"; release: Release }
  | { is: "exporting"; jobId: string | null; done: number; total: number }
  | { is: "done"; exported: Exported }
  | { is: "cancelled" }
  | { is: "failed"; failure: DeskFailure };

export class Leaving {
  stage = $state.raw<Stage>({ is: "preparing" });
  /** The folder that a person chose; `null` for the desk's own. */
  folder = $state<string | null>(null);
  /** What is written into the pictures. */
  profile = $state<PhotoProfile>("web");

  constructor(readonly storyId: string) {
    if (desk.wasAsked) void this.prepare();
    else this.stage = { is: "asking" };
  }

  asked(): void {
    desk.noteAsked();
    void this.prepare();
  }

  async prepare(): Promise<void> {
    this.stage = { is: "preparing" };
    await this.#try(async () => {
      if (!(await session.settle())) throw session.failure ?? unsaved();
      await this.#decide();
    });
  }

  /** What stands in the way, and what else to know, depends on what is written into the pictures. */
  async chooseProfile(profile: PhotoProfile): Promise<void> {
    this.profile = profile;
    await this.#try(() => this.#decide());
  }

  async #decide(): Promise<void> {
    const { storyId, profile } = this;
    const release = await act("release", { storyId, wayOut: "export", profile });
    this.stage = { is: "deciding", release };
  }

  async chooseFolder(): Promise<void> {
    await this.#try(async () => {
      this.folder = (await act("pick_folder", {})) ?? this.folder;
    });
  }

  async go(): Promise<void> {
    this.stage = { is: "exporting", jobId: null, done: 0, total: 0 };
    await this.#try(async () => {
      const { storyId, folder, profile } = this;
      const { jobId } = await act("export_story", { storyId, folder, profile, form: "folder", goingPast: null });
      this.stage = { is: "exporting", jobId, done: 0, total: 0 };
      hearJob(jobId, (report) => this.#hear(report));
    });
  }

  /** Stops a running export. Whatever it wrote so far is not kept. */
  async cancel(): Promise<void> {
    if (this.stage.is !== "exporting" || this.stage.jobId === null) return;
    await act("cancel_job", { jobId: this.stage.jobId }).catch(() => undefined);
  }

  #hear({ jobId, done, total, end }: JobReport): void {
    if (end === null) this.stage = { is: "exporting", jobId, done, total };
    else if (end.how === "exported") this.#finish(end.exported);
    else if (end.how === "failed") this.stage = { is: "failed", failure: new DeskFailure(end.failure) };
    else this.stage = { is: "cancelled" };
  }

  #finish(exported: Exported): void {
    this.stage = { is: "done", exported };
    // The story's record now names its export and its URL name.
    if (session.story?.id === this.storyId) void session.readRecord().catch(() => undefined);
  }

  async #try(doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
    } catch (thrown) {
      this.stage = { is: "failed", failure: DeskFailure.from(thrown, "export") };
    }
  }
}

function unsaved(): DeskFailure {
  return new DeskFailure({
    code: "failed",
    message: say.export.notSaved,
    advice: say.export.notSavedAdvice,
    detail: null,
  });
}
