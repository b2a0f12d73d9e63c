import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { block, story, withoutLayout } from "../testing";
import { createEditor } from "../index";
import type { Editor } from "../index";

let editor: Editor;
let place: HTMLElement;

beforeAll(withoutLayout);
afterEach(() => editor.destroy());

beforeEach(() => {
  document.body.replaceChildren((place = document.createElement("div")));
  editor = createEditor({
    place,
    photoAddress: (id) => id,
    applyFacts: () => Promise.reject(new Error("no photo here")),
    onChange: vi.fn(),
    onWantPhoto: vi.fn(),
    onCreditClick: vi.fn(),
    onFrame: vi.fn(),
    onFindingClick: vi.fn(),
    askLink: () => Promise.resolve(null),
    openLink: vi.fn(),
    readHtml: () => Promise.reject(new Error("Nothing is pasted here.")),
    onPasted: vi.fn(),
  });
});

function open(parts: Record<string, string>, web = ""): void {
  const lines = ["webHeadline", "socialHeadline", "printHeadline"];
  const headlines = { type: "headlines", content: lines.map((name) => block(name, name === "webHeadline" ? web : "")) };
  const content = [...Object.entries(parts).map(([name, text]) => block(name, text)), headlines];
  editor.open(story(JSON.stringify({ schemaVersion: 2, doc: { type: "story", content } })), false);
}

const length = (name: string) => place.querySelector(`.${name}`)?.getAttribute("data-length") ?? null;
const over = (name: string) => place.querySelector(`.${name}`)?.classList.contains("over");

describe("a length", () => {
  beforeEach(() => editor.setHabits({ limits: { headline: 10, standfirst: 20, webHeadline: 8 } }));

  it("is shown near the limit and over it, and nowhere else", () => {
    open({ headline: "Eight ch", standfirst: "Nineteen characters" }, "Too long it is");
    expect([length("headline"), length("standfirst"), length("web-headline")]).toEqual([null, "19 / 20", "14 / 8"]);
    expect([over("standfirst"), over("web-headline")]).toEqual([false, true]);
  });

  it("is shown where the caret is", () => {
    open({ headline: "Eight" });
    expect(length("headline")).toBeNull();
    editor.focus("headline");
    expect(length("headline")).toBe("5 / 10");
    editor.focus("body");
    expect(length("headline")).toBeNull();
  });

  it("counts characters as a reader sees them", () => {
    open({ headline: "👨‍👩‍👧 and é́ 123" });
    expect(length("headline")).toBe("11 / 10");
  });

  it("follows the desk's limits", () => {
    open({ headline: "Eight ch" });
    editor.setHabits({ limits: { headline: 8 } });
    expect(length("headline")).toBe("8 / 8");
    expect(over("headline")).toBe(false);
  });

  it("stays with the habits in the next story", () => {
    open({ headline: "Eight ch" });
    open({ headline: "Ten chars!!" });
    expect(over("headline")).toBe(true);
  });
});

describe("more headlines", () => {
  const unfolded = () => place.querySelector(".more-headlines")?.getAttribute("aria-expanded") === "true";
  const hidden = () => (place.querySelector(".more-lines") as HTMLElement).hidden;

  it("are folded away while they are empty", () => {
    open({ headline: "Trams" });
    expect([unfolded(), hidden()]).toEqual([false, true]);
  });

  it("stand open when one has text", () => {
    open({ headline: "Trams" }, "Trams for the web");
    expect([unfolded(), hidden()]).toEqual([true, false]);
  });

  it("open by their button, with the caret in the first, and fold again", () => {
    open({ headline: "Trams" });
    const button = place.querySelector<HTMLButtonElement>(".more-headlines");
    button?.click();
    expect(hidden()).toBe(false);
    editor.press("Tab");
    button?.click();
    expect(hidden()).toBe(true);
    expect(editor.document()).toContain('"type":"webHeadline"');
  });

  it("open by a key from anywhere and are in the way of Tab only then", () => {
    open({ headline: "Trams", dateline: "LIMA" });
    editor.focus("headline");
    for (let i = 0; i < 4; i++) editor.press("Tab");
    expect(hidden()).toBe(true);
    editor.toggleHeadlines();
    expect(hidden()).toBe(false);
    for (let i = 0; i < 3; i++) editor.press("Tab");
    editor.press("Shift-Tab");
    expect(hidden()).toBe(false);
  });

  it("open for a finding in them", () => {
    open({ headline: "Trams" });
    editor.goTo({ label: "headline", from: 17, to: 17, photoId: null });
    expect(hidden()).toBe(editor.document() === "");
  });

  it("stand in the order of the page", () => {
    open({});
    const order = [...place.querySelectorAll(".story > *")].map(({ className }) => className.split(" ").find((one) => one !== "field"));
    expect(order.slice(0, 8)).toEqual(["kicker", "headline", "standfirst", "byline", "dateline", "headlines", "lead", "body"]);
  });
});

it("shows the people of the byline beneath what was typed", () => {
  open({ byline: "By Ana Ruiz and Bo Li" });
  editor.setPeople(["Ana Ruiz", "Bo Li"]);
  const byline = place.querySelector(".byline");
  expect(byline?.getAttribute("data-people")).toBe("Ana Ruiz · Bo Li");
  expect(byline?.textContent).toBe("By Ana Ruiz and Bo Li");
  editor.setPeople([]);
  expect(place.querySelector(".byline")?.hasAttribute("data-people")).toBe(false);
});
