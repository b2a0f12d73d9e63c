import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { block, withoutLayout } from "../../testing";
import { WritingPage } from "../../writing.testing";

let page: WritingPage;

beforeAll(withoutLayout);
afterEach(() => page.close());

const box = (title: string, ...content: unknown[]) => ({
  type: "factBox",
  content: [block("boxTitle", title), ...content],
});

describe("a fact box", () => {
  beforeEach(() => {
    page = new WritingPage({
      body: [block("paragraph", "Before"), box("The line", block("paragraph", "Nine stops."))],
    });
  });

  it("goes from its title to its first line with Enter", () => {
    page.into("The line");
    page.press("Enter");
    expect(page.here()).toEqual(["paragraph", "Nine stops."]);
  });

  it("is left by Enter in its empty last line", () => {
    page.into("Nine stops.");
    page.press("Enter");
    page.press("Enter");
    page.type("After");
    expect(page.body()).toBe(
      'paragraph("Before"), factBox(boxTitle("The line"), paragraph("Nine stops.")), paragraph("After")',
    );
  });

  it("is left by Ctrl+Enter from anywhere", () => {
    page.into("The line");
    page.press("Mod-Enter");
    page.type("After");
    expect(page.body()).toMatch(/paragraph\("After"\)$/);
  });

  it("keeps its title in one line when more is pasted", () => {
    page.into("The line");
    page.pasteHtml("<p>,</p><p>in numbers</p>");
    expect(page.here()).toEqual(["boxTitle", "The line, in numbers"]);
  });

  it("takes crossheads and lists by shorthand", () => {
    page.into("Nine stops.");
    page.press("Enter");
    page.type("- A ride");
    expect(page.body()).toContain('list(listItem(paragraph("A ride")))');
  });

  it("is not merged with what stands before it", () => {
    page.into("The line");
    const before = page.body();
    page.press("Home");
    const { from } = page.view.state.selection;
    page.selectText(from - "The line".length, from - "The line".length);
    page.press("Backspace");
    expect(page.body()).toBe(before);
  });
});

it("is taken away by Backspace when nothing is in it", () => {
  page = new WritingPage({ body: [box("", block("paragraph"))] });
  page.press("Backspace");
  expect(page.body()).toBe("paragraph");
});

it("keeps what another program put into it", () => {
  page = new WritingPage({ body: [box("T", { type: "chart", attrs: { a: 1 } })] });
  expect(page.stored()).toEqual([box("T", { type: "chart", attrs: { a: 1 } })]);
});
