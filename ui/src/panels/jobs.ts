/** Passes the reports of long work to whoever started it. */
import { onDesk, type Stop } from "../desk";
import type { JobReport } from "../desk/contract";

type Hear = (report: JobReport) => void;

const hearers = new Map<string, Hear>();
// A fast job reports before the answer with its id is here.
const early = new Map<string, JobReport[]>();

export function followJobs(): Stop {
  return onDesk((event) => {
    if (event.what === "job") report(event.job);
  });
}

/** Hears every report of a job, also those that came before this call, up to its end. */
export function hearJob(jobId: string, hear: Hear): void {
  hearers.set(jobId, hear);
  const missed = early.get(jobId) ?? [];
  early.delete(jobId);
  for (const job of missed) report(job);
}

function report(job: JobReport): void {
  const hear = hearers.get(job.jobId);
  if (!hear) return void early.set(job.jobId, [...(early.get(job.jobId) ?? []), job]);
  if (job.end) hearers.delete(job.jobId);
  hear(job);
}
