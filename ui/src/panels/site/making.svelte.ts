/** One making of the site, from the question to the finished folder. */
import { act, DeskFailure } from "../../desk";
import type { JobReport, SiteMade, SiteStanding, SiteStopped } from "../../desk/contract";
import { hearJob } from "../jobs";
import { session } from "../session.svelte";

export type Stage =
  | { is: "looking" }
  | { is: "asking"; standing: SiteStanding }
  | { is: "making"; jobId: string | null; done: number; total: number }
  | { is: "stopped"; stopped: SiteStopped[] }
  | { is: "made"; made: SiteMade }
  | { is: "cancelled" }
  | { is: "failed"; failure: DeskFailure };

export class SiteMaking {
  stage = $state.raw<Stage>({ is: "looking" });
  /** The folder that a person chose; `null`: where it was last. */
  folder = $state<string | null>(null);
  /** Ids of stopped stories that may go from the site. */
  leaveOut = $state.raw<readonly string[]>([]);

  constructor() {
    void this.look();
  }

  async look(): Promise<void> {
    this.stage = { is: "looking" };
    await this.#try(async () => {
      // The site shows what is on disk, so what is typed goes there first.
      await session.settle();
      this.stage = { is: "asking", standing: await act("site", {}) };
    });
  }

  async chooseFolder(): Promise<void> {
    await this.#try(async () => {
      this.folder = (await act("pick_folder", {})) ?? this.folder;
    });
  }

  mayGo(storyId: string, may: boolean): void {
    const others = this.leaveOut.filter((id) => id !== storyId);
    this.leaveOut = may ? [...others, storyId] : others;
  }

  async make(): Promise<void> {
    this.stage = { is: "making", jobId: null, done: 0, total: 0 };
    await this.#try(async () => {
      const request = { folder: this.folder, leaveOut: [...this.leaveOut] };
      const { jobId } = await act("make_site", request);
      this.stage = { is: "making", jobId, done: 0, total: 0 };
      hearJob(jobId, (report) => this.#hear(report));
    });
  }

  async cancel(): Promise<void> {
    if (this.stage.is !== "making" || this.stage.jobId === null) return;
    await act("cancel_job", { jobId: this.stage.jobId }).catch(() => undefined);
  }

  #hear({ jobId, done, total, end }: JobReport): void {
    if (end === null) this.stage = { is: "making", jobId, done, total };
    else if (end.how === "siteMade") this.stage = { is: "made", made: end.made };
    else if (end.how === "siteStopped") this.stage = { is: "stopped", stopped: end.stopped };
    else if (end.how === "failed") this.stage = { is: "failed", failure: new DeskFailure(end.failure) };
    else this.stage = { is: "cancelled" };
  }

  async #try(doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
    } catch (thrown) {
      this.stage = { is: "failed", failure: DeskFailure.from(thrown, "make the site") };
    }
  }
}
