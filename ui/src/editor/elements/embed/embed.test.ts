import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { block, withoutLayout } from "../../testing";
import { WritingPage } from "../../writing.testing";
import { providerOf } from "./provider";

const POST = "https://www.youtube.com/watch?v=1";

let page: WritingPage;

beforeAll(withoutLayout);
afterEach(() => page.close());

const field = (name: string) => page.find<HTMLInputElement>(`.embed-${name} :is(input, textarea)`);

function fill(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    field(name).value = value;
    field(name).dispatchEvent(new Event("change"));
  }
}

function submit(): void {
  page.find("form").dispatchEvent(new Event("submit", { cancelable: true }));
}

describe("an address pasted into an empty paragraph", () => {
  beforeEach(() => {
    page = new WritingPage();
    page.paste(POST);
  });

  it("is a link, and asks whether it shall be a card", () => {
    expect(page.body()).toBe(`paragraph(link("${POST}"))`);
    expect(page.find("[role=listbox]").textContent).toContain("Card");
  });

  it("stays a link when somebody writes on", () => {
    page.type(".");
    expect(page.body()).toBe(`paragraph(link("${POST}"), ".")`);
    expect(page.find(".editor-menu").hidden).toBe(true);
  });

  it("becomes a card that is asked what it says", () => {
    page.press("ArrowDown");
    page.press("Enter");
    expect(field("provider").value).toBe("YouTube");
    fill({ title: "The first ride", author: "Halden Trams", text: "A film" });
    submit();
    expect(page.stored()[0]).toEqual({
      type: "embed",
      attrs: {
        address: POST,
        provider: "YouTube",
        title: "The first ride",
        author: "Halden Trams",
        text: "A film",
      },
    });
  });
});

describe("a card", () => {
  const card = { type: "embed", attrs: { address: POST, title: "A ride" } };

  beforeEach(() => {
    page = new WritingPage({ body: [card, block("paragraph", "x")] });
    page.pick(0);
  });

  it("fetches nothing and runs nothing", () => {
    expect(page.view.dom.querySelector("iframe, script, img, link, object, video")).toBeNull();
  });

  it("is edited in its place by Enter, and undone in one step", () => {
    page.press("Enter");
    fill({ title: "Another ride" });
    submit();
    expect(page.find(".embed-title").textContent).toBe("Another ride");
    page.press("Mod-z");
    expect(page.stored()[0]).toEqual(card);
    expect(page.find(".embed-title").textContent).toBe("A ride");
  });

  it("refuses an address that nobody may follow, in a sentence", () => {
    page.press("Enter");
    fill({ address: "javascript:alert(1)" });
    submit();
    expect(page.find("[role=alert]").hidden).toBe(false);
    expect(field("address").getAttribute("aria-invalid")).toBe("true");
    expect(page.stored()[0]).toEqual(card);
  });

  it("stays as it was after Escape", () => {
    page.press("Enter");
    fill({ title: "Never" });
    field("title").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(page.stored()[0]).toEqual(card);
  });
});

it("is not kept when it never got an address", () => {
  page = new WritingPage();
  page.type("/card");
  page.press("Enter");
  field("address").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(page.body()).toBe("paragraph");
});

it.each([
  ["https://www.youtube.com/watch", "YouTube"],
  ["https://m.facebook.com/post", "Facebook"],
  ["https://news.example.org/a", "news.example.org"],
  ["https://constructor/", "constructor"],
  ["nonsense", ""],
])("%s stands on %j", (address, provider) => {
  page = new WritingPage();
  expect(providerOf(address)).toBe(provider);
});
