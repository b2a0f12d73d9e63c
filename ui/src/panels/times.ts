/** Times and dates as a desk reads them. */

const clockFormat = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const momentFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** "14:02:31", in this computer's time zone. */
export function clock(time: string): string {
  return format(clockFormat, time);
}

/** "Mon 23 Nov, 14:02", in this computer's time zone. */
export function moment(time: string): string {
  return format(momentFormat, time);
}

/** The day a photo says of itself, "23 Nov 2026": as written there, moved into no time zone. */
export function photoDay(written: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(written) ?? [];
  if (!year || !month || !day) return written;
  return dayFormat.format(new Date(Number(year), Number(month) - 1, Number(day)));
}

function format(formatter: Intl.DateTimeFormat, time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : formatter.format(date);
}
