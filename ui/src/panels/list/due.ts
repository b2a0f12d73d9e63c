/** Times in a row of the list: when a story is due, when it was last touched. */
import { listWords } from "../../messages/list";

const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

export interface Due {
  text: string;
  /** Within a day, or past. */
  soon: boolean;
}

/** When a story is due, in this computer's time zone. */
export function dueWords(dueAt: string, now: Date): Due | null {
  const due = new Date(dueAt);
  if (Number.isNaN(due.getTime())) return null;
  const left = due.getTime() - now.getTime();
  const when = whenWords(due, now);
  return { text: left < 0 ? listWords.overdue(when) : listWords.due(when), soon: left < SOON_MS };
}

/** When a story was last touched: "14:02" today, "Sun" this week, else its day. */
export function touchedWords(changedAt: string, now: Date): string {
  const then = new Date(changedAt);
  if (Number.isNaN(then.getTime())) return "";
  const days = daysBetween(then, now);
  if (days === 0) return clock.format(then);
  if (days > 0 && days < 7) return weekday.format(then);
  return far(then, now);
}

function whenWords(then: Date, now: Date): string {
  const days = daysBetween(now, then);
  const time = clock.format(then);
  if (days === 0) return time;
  if (days === 1) return listWords.tomorrow(time);
  if (days === -1) return listWords.yesterday(time);
  return days > 0 && days < 7 ? `${weekday.format(then)} ${time}` : far(then, now);
}

function far(then: Date, now: Date): string {
  return (then.getFullYear() === now.getFullYear() ? day : dayOfYear).format(then);
}

/** Calendar days from one to the other; a day of 23 or 25 hours counts as one. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / (24 * HOUR_MS));
}
