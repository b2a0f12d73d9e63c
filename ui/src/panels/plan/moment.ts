/**
 * Days and times as people type them, and as clocks in other cities show them.
 *
 * The web view's own field for a day and a time shows today where nothing is set and knows no zone,
 * so a plain field is read here. A day is written before its month.
 */

/** A time as a clock on the wall shows it, without its zone. */
export interface Wall {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "sun mon tue wed thu fri sat".split(" ");
const DAY_MS = 86_400_000;

/** The zone of this computer, as "Europe/Istanbul". */
export function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Reads "23 Nov 18:00", "2026-11-23 18:00", "23.11. 9:30", "fri 18:00", "tomorrow 6pm", "18:00". */
export function readMoment(typed: string, now: Wall): Wall | null {
  const text = typed.trim().toLowerCase().replaceAll(",", " ");
  const time = readTime(text);
  if (!time) return null;
  const { hour, minute, rest } = time;
  const date = rest === "" ? nextAt(hour, minute, now) : readDate(rest, now);
  return date && { ...date, hour, minute };
}

/** "Mon 23 Nov 2026, 18:00" */
export function writeMoment(wall: Wall): string {
  const { year, month, day, hour, minute } = wall;
  const date = new Date(Date.UTC(year, month - 1, day));
  const weekday = named(WEEKDAYS[date.getUTCDay()]);
  return `${weekday} ${day} ${named(MONTHS[month - 1])} ${year}, ${two(hour)}:${two(minute)}`;
}

/** What the clocks of `zone` show at a time in UTC. */
export function inZone(utc: string | number, zone: string): Wall {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date(utc));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
  };
}

/**
 * The time in UTC, RFC 3339, at which the clocks of `zone` show `wall`. A time that a change of the
 * clocks leaves out is the one an hour later; one that comes twice is the first.
 */
export function toUtc(wall: Wall, zone: string): string {
  const shown = flat(wall);
  const before = shown - offset(shown - DAY_MS, zone);
  const after = shown - offset(shown + DAY_MS, zone);
  const fits = [before, after].filter((at) => flat(inZone(at, zone)) === shown);
  return new Date(fits.length > 0 ? Math.min(...fits) : Math.max(before, after)).toISOString();
}

/** How far the clocks of `zone` are before UTC. */
function offset(at: number, zone: string): number {
  return flat(inZone(at, zone)) - Math.floor(at / 60_000) * 60_000;
}

function flat({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function readTime(text: string): { hour: number; minute: number; rest: string } | null {
  const found = /(?:^|\s|t)(\d{1,2})(?::(\d\d))?\s*(am|pm|h)?$/.exec(text);
  if (!found || (found[2] === undefined && found[3] === undefined)) return null;
  const twelve = found[3] === "am" || found[3] === "pm";
  const hour = twelve ? (Number(found[1]) % 12) + (found[3] === "pm" ? 12 : 0) : Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (hour > 23 || minute > 59 || (twelve && Number(found[1]) > 12)) return null;
  return { hour, minute, rest: text.slice(0, found.index).trim() };
}

type Day = Pick<Wall, "year" | "month" | "day">;

function readDate(text: string, now: Wall): Day | null {
  if (text === "today") return plusDays(now, 0);
  if (text === "tomorrow") return plusDays(now, 1);
  const weekday = WEEKDAYS.indexOf(text.slice(0, 3));
  if (weekday >= 0 && /^[a-z]+$/.test(text)) return nextWeekday(weekday, now);
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d\d?)[./](\d\d?)(?:[./](\d{4})?)?$/.exec(text);
  if (numbers) return withYear(numbers[3], Number(numbers[2]), Number(numbers[1]), now);
  const words = /^(?:[a-z]{3,9}\s+)?(\d\d?)\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?$/.exec(text);
  const month = MONTHS.indexOf(words?.[2]?.slice(0, 3) ?? "") + 1;
  return words && month > 0 ? withYear(words[3], month, Number(words[1]), now) : null;
}

/** A day without its year is the next such day. */
function withYear(year: string | undefined, month: number, day: number, now: Wall): Day | null {
  if (year !== undefined) return real(Number(year), month, day);
  const past = month < now.month || (month === now.month && day < now.day);
  return real(past ? now.year + 1 : now.year, month, day);
}

function nextAt(hour: number, minute: number, now: Wall): Day {
  const past = hour < now.hour || (hour === now.hour && minute <= now.minute);
  return plusDays(now, past ? 1 : 0);
}

function nextWeekday(weekday: number, now: Wall): Day {
  const today = new Date(flat(now)).getUTCDay();
  return plusDays(now, (weekday - today + 7) % 7);
}

function plusDays(now: Wall, days: number): Day {
  const date = new Date(Date.UTC(now.year, now.month - 1, now.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `null` for the 31st of February and its like. */
function real(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day ? { year, month, day } : null;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function named(short = ""): string {
  return short.charAt(0).toUpperCase() + short.slice(1);
}
