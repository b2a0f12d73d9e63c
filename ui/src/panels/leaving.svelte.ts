/**
 * One export, from the question to the finished folder: everything typed is saved first, then the
 * desk says what stands in the way, then the job runs.
 */
import { act, DeskFailure, type Stop } from "../desk";
import type {
  Changes,
  ExportForm,
  Exported,
  Finding,
  JobReport,
  PhotoProfile,
  Release,
} from "../desk/contract";
import { say } from "../messages";
import { onChanged } from "./changes";
import { desk } from "./desk.svelte";
import { hearJob } from "./jobs";
import { Said } from "./records/said.svelte";
import { session } from "./session.svelte";

export type Stage =
  | { is: "asking" }
  | { is: "preparing" }
  | { is: "deciding"; release: Release; changes: Changes | null }
  | { is: "exporting"; jobId: string | null; done: number; total: number; stopping: boolean }
  | { is: "done"; exported: Exported }
  | { is: "cancelled" }
  | { is: "failed"; failure: DeskFailure };

export class Leaving {
  stage = $state.raw<Stage>({ is: "preparing" });
  /** The folder that a person chose; `null` for the desk's own. */
  folder = $state<string | null>(null);
  /** What is written into the pictures. */
  profile = $state<PhotoProfile>("web");
  /** What is written. */
  form = $state<ExportForm>("folder");
  /** Why it goes past the stops; `null` while nobody asked to. */
  goingPast = $state<string | null>(null);

  /** What the change since the last export is, where readers have the story. */
  readonly said = new Said();
  /** The changes that the export has to account for; `null` when it has none. */
  readonly changes = $derived(this.stage.is === "deciding" ? this.stage.changes : null);

  readonly #release = $derived(this.stage.is === "deciding" ? this.stage.release : null);
  /** What holds the story and a reason goes past. */
  readonly stops = $derived(this.#release?.blocks.filter((block) => this.#passes(block)) ?? []);
  /** What has to be mended. */
  readonly mend = $derived(this.#release?.blocks.filter((block) => !this.#passes(block)) ?? []);
  /** Nothing but stops holds it back. */
  readonly passable = $derived(this.stops.length > 0 && this.mend.length === 0);
  readonly mayGo = $derived(
    (this.#release?.mayLeave === true || (this.passable && (this.goingPast ?? "").trim() !== "")) &&
      this.said.enough(this.changes),
  );

  constructor(
    readonly storyId: string,
    form: ExportForm = "folder",
  ) {
    this.form = form;
    if (desk.wasAsked) void this.prepare();
    else this.stage = { is: "asking" };
  }

  #passes(block: Finding): boolean {
    return this.#release?.passable.includes(block.rule) ?? false;
  }

  /** Asks again when the story changes while the dialog is open: an embargo ends by itself. */
  follow(): Stop {
    return onChanged((changed) => {
      const ours = changed.some((one) => one.what === "story" && one.id === this.storyId);
      if (ours && this.stage.is === "deciding") void this.#try(() => this.#decide());
    });
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

  /** Stops hold back what goes to readers, and leave a copy open that is only read here. */
  async chooseForm(form: ExportForm): Promise<void> {
    this.form = form;
    await this.#try(() => this.#decide());
  }

  async #decide(): Promise<void> {
    const { storyId, profile, form } = this;
    const release = await act("release", { storyId, wayOut: "export", form, profile });
    const changes = await this.#changes();
    // Somebody may have gone on in the meantime.
    if (this.stage.is !== "preparing" && this.stage.is !== "deciding") return;
    if (release.mayLeave) this.goingPast = null;
    this.stage = { is: "deciding", release, changes };
  }

  /** How the story differs from what readers have; `null` when nobody has to say anything of it. */
  async #changes(): Promise<Changes | null> {
    const { storyId } = this;
    // A copy that is only read tells readers nothing.
    if (!session.story?.exported || this.form === "lawyerCopy") return null;
    const changes = await act("changes_since_export", { storyId, number: null, to: null, document: null });
    return changes.mustSay || changes.said !== null ? changes : null;
  }

  async chooseFolder(): Promise<void> {
    await this.#try(async () => {
      this.folder = (await act("pick_folder", {})) ?? this.folder;
    });
  }

  async go(): Promise<void> {
    const { changes } = this;
    this.stage = { is: "exporting", jobId: null, done: 0, total: 0, stopping: false };
    await this.#try(async () => {
      const change = this.said.say(changes);
      if (change !== null && !(await session.settle())) throw session.failure ?? unsaved();
      const { storyId, folder, profile, form } = this;
      const goingPast = this.goingPast?.trim() || null;
      const request = { storyId, folder, profile, form, goingPast, change };
      const { jobId } = await act("export_story", request);
      this.stage = { is: "exporting", jobId, done: 0, total: 0, stopping: false };
      hearJob(jobId, (report) => this.#hear(report));
    });
  }

  /** Stops a running export. Whatever it wrote so far is not kept. */
  async cancel(): Promise<void> {
    if (this.stage.is !== "exporting" || this.stage.jobId === null) return;
    const { jobId } = this.stage;
    this.stage = { ...this.stage, stopping: true };
    await act("cancel_job", { jobId }).catch(() => undefined);
  }

  #hear({ jobId, done, total, end }: JobReport): void {
    const stopping = this.stage.is === "exporting" && this.stage.stopping;
    if (end === null) this.stage = { is: "exporting", jobId, done, total, stopping };
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
