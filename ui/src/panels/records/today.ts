/** The day on the calendar of a time zone, as "2026-05-12". */
export function dayIn(timeZone: string, now = new Date()): string {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone }).format(now);
  } catch {
    // A zone that only the desk knows.
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: "UTC" }).format(now);
  }
}
