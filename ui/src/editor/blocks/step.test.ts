import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { block, withoutLayout } from "../testing";
import { WritingPage } from "../writing.testing";

type Json = Record<string, unknown>;

let page: WritingPage;

beforeAll(withoutLayout);
afterEach(() => page.close());

const list = (...items: Json[]) => ({ type: "list", content: items });
const item = (text: string, ...more: Json[]) => ({
  type: "listItem",
  content: [block("paragraph", text), ...more],
});

function check(keys: string, body: string, said: string): void {
  page.press(keys);
  expect(page.body()).toBe(body);
  expect(page.said()).toBe(said);
}

describe("Alt with an arrow", () => {
  it("moves a quote from any of its lines, and says where it stands", () => {
    const quote = {
      type: "quote",
      content: [block("paragraph", "It runs."), block("attribution", "Bo")],
    };
    page = new WritingPage({ body: [block("paragraph", "One"), block("paragraph", "Two"), quote] });
    page.into("Bo");
    check(
      "Alt-ArrowUp",
      'paragraph("One"), quote(paragraph("It runs."), attribution("Bo")), paragraph("Two")',
      "The quote now stands after paragraph 1.",
    );
    expect(page.here()).toEqual(["attribution", "Bo"]);
    page.press("Alt-ArrowUp");
    expect(page.said()).toBe("The quote now stands at the head of the body.");
    page.press("Alt-ArrowUp");
    expect(page.said()).toBe("The quote can go no further.");
    page.press("Mod-z");
    page.press("Mod-z");
    expect(page.body()).toMatch(/^paragraph\("One"\), paragraph\("Two"\), quote/);
  });

  it("moves all blocks of the selection", () => {
    page = new WritingPage({ body: ["One", "Two", "Three"].map((words) => block("paragraph", words)) });
    const { from } = page.view.state.selection;
    page.selectText(from + 1, from + 7);
    check(
      "Alt-ArrowDown",
      'paragraph("Three"), paragraph("One"), paragraph("Two")',
      "The 2 blocks now stand after paragraph 1.",
    );
  });

  it("moves an item within its list, with what hangs on it", () => {
    page = new WritingPage({ body: [list(item("A", list(item("a"))), item("B"))] });
    page.into("A");
    check(
      "Alt-ArrowDown",
      'list(listItem(paragraph("B")), listItem(paragraph("A"), list(listItem(paragraph("a")))))',
      "The item is now 2 of 2.",
    );
    expect(page.here()).toEqual(["paragraph", "A"]);
  });

  it("moves the list from its last item, and an outer item from its innermost edge", () => {
    page = new WritingPage({
      body: [list(item("A", list(item("a"))), item("B")), block("paragraph", "One")],
    });
    page.into("a");
    page.press("Alt-ArrowDown");
    expect(page.said()).toBe("The item is now 2 of 2.");
    page.press("Alt-ArrowDown");
    expect(page.said()).toBe("The list now stands after paragraph 1.");
  });

  it("moves a line within its box, never above the title", () => {
    const box = { type: "factBox", content: [block("boxTitle", "T"), block("paragraph", "a"), block("paragraph", "b")] };
    page = new WritingPage({ body: [block("paragraph", "One"), box] });
    page.into("b");
    check(
      "Alt-ArrowUp",
      'paragraph("One"), factBox(boxTitle("T"), paragraph("b"), paragraph("a"))',
      "The paragraph is now 2 of 3.",
    );
    page.press("Alt-ArrowUp");
    expect(page.said()).toBe("The fact box now stands at the head of the body.");
    page.into("T");
    page.press("Alt-ArrowDown");
    expect(page.said()).toBe("The fact box now stands after paragraph 1.");
  });

  it("moves a table from a cell, and the caret stays in it", () => {
    const cell = { type: "tableCell", content: [block("paragraph", "c")] };
    const table = { type: "table", content: [{ type: "tableRow", content: [cell] }] };
    page = new WritingPage({ body: [block("paragraph", "One"), table] });
    page.into("c");
    check(
      "Alt-ArrowUp",
      'table(tableRow(tableCell(paragraph("c")))), paragraph("One")',
      "The table now stands at the head of the body.",
    );
    page.type("!");
    expect(page.here()).toEqual(["paragraph", "c!"]);
  });

  it("never moves the furniture", () => {
    page = new WritingPage({ headline: "Trams", body: [block("paragraph", "One")] });
    page.into("Trams");
    expect(page.press("Alt-ArrowDown")).toBe(false);
  });
});

it("moves an item sixty lists deep without a wait", () => {
  let inner = list(item("one"), item("two"));
  for (let depth = 0; depth < 59; depth++) inner = list(item(`level ${depth}`, inner));
  page = new WritingPage({ body: [inner] });
  page.into("two");
  const start = performance.now();
  page.press("Alt-ArrowUp");
  page.press("Enter");
  page.press("Tab");
  page.type("three");
  expect(page.here()).toEqual(["paragraph", "three"]);
  expect(performance.now() - start).toBeLessThan(1000);
});
