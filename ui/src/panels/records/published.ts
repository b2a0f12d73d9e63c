/** What is done with earlier exports. */
import { act, DeskFailure } from "../../desk";
import type { HadBack, JobReport } from "../../desk/contract";
import { say } from "../../messages";
import { hearJob } from "../jobs";
import { notices } from "../notices.svelte";

/** Asks for a folder and writes an earlier export into it, beside what is there. */
export async function getBack(storyId: string, number: number): Promise<void> {
  try {
    const folder = await act("pick_folder", {});
    if (folder === null) return;
    const { jobId } = await act("export_again", { storyId, number, folder, goingPast: null });
    hearJob(jobId, hear);
  } catch (thrown) {
    notices.tellFailure(thrown, "get the export back");
  }
}

function hear({ end }: JobReport): void {
  if (end?.how === "hadBack") tell(end.hadBack);
  else if (end?.how === "failed") notices.tellFailure(new DeskFailure(end.failure), "get the export back");
}

function tell({ number, path, remarks }: HadBack): void {
  if (remarks.length === 0) {
    notices.tell(say.records.hadBack(number), { advice: path });
    return;
  }
  const lines = remarks.map((text) => ({ text, advice: "" }));
  notices.tell(say.records.hadBackNearly(number), { advice: path, trouble: true, lines });
}
