import { expect, test } from "vitest";
import { dueWords, touchedWords } from "./due";

// A Monday, in the zone of whoever runs the tests.
const now = new Date(2026, 10, 23, 14, 0);
const due = (...at: [number, number, number, number, number]) =>
  dueWords(new Date(...at).toISOString(), now);
const touched = (...at: [number, number, number, number, number]) =>
  touchedWords(new Date(...at).toISOString(), now);

test("today only the time is said", () => {
  expect(due(2026, 10, 23, 15, 0)).toEqual({ text: "due 15:00", soon: true });
});

test("within a day is soon, also tomorrow", () => {
  expect(due(2026, 10, 24, 9, 30)).toEqual({ text: "due tomorrow 09:30", soon: true });
  expect(due(2026, 10, 24, 18, 0)).toEqual({ text: "due tomorrow 18:00", soon: false });
});

test("this week has its weekday, later its day, another year its year", () => {
  expect(due(2026, 10, 27, 18, 0)?.text).toBe("due Fri 18:00");
  expect(due(2026, 11, 12, 18, 0)?.text).toBe("due 12 Dec");
  expect(due(2027, 0, 2, 18, 0)?.text).toBe("due 2 Jan 2027");
});

test("past is overdue", () => {
  expect(due(2026, 10, 23, 13, 59)).toEqual({ text: "overdue, 13:59", soon: true });
  expect(due(2026, 10, 22, 18, 0)?.text).toBe("overdue, yesterday 18:00");
  expect(due(2026, 10, 1, 18, 0)?.text).toBe("overdue, 1 Nov");
});

test("what is no time is not said", () => {
  expect(dueWords("soon", now)).toBeNull();
});

test("a story was touched at a time today, on a weekday this week, else on a day", () => {
  expect(touched(2026, 10, 23, 0, 1)).toBe("00:01");
  expect(touched(2026, 10, 22, 23, 59)).toBe("Sun");
  expect(touched(2026, 10, 17, 14, 0)).toBe("Tue");
  expect(touched(2026, 10, 16, 14, 0)).toBe("16 Nov");
  expect(touched(2025, 10, 23, 14, 0)).toBe("23 Nov 2025");
});
