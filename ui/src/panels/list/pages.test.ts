import { expect, test } from "vitest";
import { PAGE, Pages } from "./pages";

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

function opened(total: number): Pages<number> {
  const pages = new Pages<number>();
  pages.age(total);
  return pages;
}

test("only the pages in sight are asked for, and each once", () => {
  const pages = opened(5_000);
  expect(pages.ask(150, 420)).toEqual([
    { skip: 100, most: PAGE },
    { skip: 200, most: PAGE },
    { skip: 300, most: PAGE },
    { skip: 400, most: PAGE },
  ]);
  expect(pages.ask(199, 201)).toEqual([]);
});

test("rows stand where they belong, and the others are not known", () => {
  const pages = opened(250);
  pages.put(200, numbers(200, 50));
  expect(pages.rows.length).toBe(250);
  expect([pages.rows[199], pages.rows[200], pages.rows[249]]).toEqual([null, 200, 249]);
});

test("nothing is asked for beyond the end", () => {
  expect(opened(250).ask(240, 900)).toEqual([{ skip: 200, most: PAGE }]);
  expect(opened(0).ask(0, 99)).toEqual([]);
});

test("after a change old rows stay in sight until they are read again", () => {
  const pages = opened(150);
  pages.put(0, numbers(0, 100));
  pages.age(120);
  expect(pages.rows[99]).toBe(99);
  expect(pages.rows.length).toBe(120);
  expect(pages.ask(0, 119)).toEqual([
    { skip: 0, most: PAGE },
    { skip: 100, most: PAGE },
  ]);
});

test("a page that could not be read is asked for again", () => {
  const pages = opened(100);
  const [page] = pages.ask(0, 10);
  if (page) pages.release(page);
  expect(pages.ask(0, 10)).toHaveLength(1);
});

test("a list that grew shorter meanwhile takes no rows beyond its end", () => {
  const pages = opened(110);
  pages.put(100, numbers(100, 30));
  expect(pages.rows.length).toBe(110);
});
