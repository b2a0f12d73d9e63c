/** What the page shows besides the words: invisibles, focus mode, the outline, counts. */

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { charactersIn, wordsIn } from "./counts";
import { block, figure, story, storyJson, textNode, withoutLayout } from "./testing";
import { createEditor } from "./index";
import type { Editor } from "./index";

let editor: Editor;
let place: HTMLElement;

beforeAll(withoutLayout);
afterEach(() => {
  editor.destroy();
  vi.useRealTimers();
});

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

function open(...body: object[]): void {
  editor.open(story(storyJson({ headline: "Trams win", body: body as never })), false);
}

describe("the keys of the window", () => {
  it.each([
    ["a", {}, false],
    ["?", { shiftKey: true }, false],
    ["k", { ctrlKey: true }, true],
    ["Escape", {}, true],
    ["F8", {}, true],
  ])("hear %s with %o: %s", (key, held, reaches) => {
    const hear = vi.fn();
    window.addEventListener("keydown", hear);
    place.querySelector(".ProseMirror")?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...held }));
    window.removeEventListener("keydown", hear);
    expect(hear.mock.calls.length === 1).toBe(reaches);
  });
});

describe("invisible characters", () => {
  const signs = () => [...place.querySelectorAll(".invisible")].map((one) => one.getAttribute("data-sign"));

  function show(...body: object[]): void {
    vi.useFakeTimers();
    open(...body);
    editor.setHabits({ invisibles: true });
    vi.advanceTimersByTime(200);
  }

  it("are hidden until somebody asks", () => {
    open(block("paragraph", "a  b\u00a0c"));
    expect(signs()).toEqual([]);
  });

  it("are shown by name or sign", () => {
    show(block("paragraph", "a  b\u00a0c\u202fd\u200be\u202ef g"));
    expect(signs()).toEqual(["··", "°", "‧", "ZWSP", "RLO"]);
    expect(place.querySelectorAll(".paragraph-end").length).toBe(1);
  });

  it("leave a family of emoji whole", () => {
    show(block("paragraph", "👨‍👩‍👧 a\u200db"));
    expect(signs()).toEqual(["ZWJ"]);
  });

  it("show a line break, and go when nobody wants them", () => {
    show({ type: "paragraph", content: [textNode("a"), { type: "hardBreak" }, textNode("b")] });
    expect(signs()).toEqual(["↵"]);
    editor.setHabits({ invisibles: false });
    expect(signs()).toEqual([]);
  });

  it("follow what is changed", () => {
    show(block("paragraph", "bus tram"));
    const search = { text: " ", matchCase: false, wholeWord: false, accents: false };
    editor.replace(search, "  ", { except: new Set() });
    expect(signs()).toEqual(["··", "··"]);
  });
});

describe("focus mode", () => {
  const current = () => place.querySelector(".current")?.textContent;

  it("lets the block that is written in stand out", () => {
    open(block("paragraph", "One"), block("paragraph", "Two"));
    editor.focus("body");
    expect(current()).toBeUndefined();
    editor.setHabits({ focusMode: true });
    expect(current()).toBe("One");
    expect(place.querySelector(".story")?.classList.contains("focusing")).toBe(true);
    editor.focus("headline");
    expect(current()).toBe("Trams win");
    editor.setHabits({ focusMode: false });
    expect(current()).toBeUndefined();
  });
});

describe("the outline", () => {
  it("lists crossheads, photos and boxes, and the first words under them", () => {
    open(
      block("paragraph", "The first words of the story"),
      block("paragraph", "Not this one"),
      block("crosshead", "Depot"),
      block("paragraph", "Under the depot"),
      figure({}, "A tram"),
      block("crosshead", "Smaller", { level: 3 }),
    );
    expect(editor.outline().rows.map(({ what, level, words, photo }) => [what, level, words, photo])).toEqual([
      ["headline", 1, "Trams win", null],
      ["paragraph", 3, "The first words of the story", null],
      ["crosshead", 2, "Depot", null],
      ["paragraph", 3, "Under the depot", null],
      ["figure", 3, "A tram", 1],
      ["crosshead", 3, "Smaller", null],
    ]);
  });

  it("follows the caret and goes there", () => {
    open(block("paragraph", "One"), block("crosshead", "Depot"), figure({}, "A tram"));
    const { rows } = editor.outline();
    for (const [index, row] of rows.entries()) {
      editor.goToRow(row);
      expect(editor.outline().at).toBe(index);
    }
  });
});

describe("counts", () => {
  it("are made by language", () => {
    expect(wordsIn("The bus isn't late", "en")).toBe(4);
    expect(wordsIn("東京都の天気は晴れです", "ja")).toBeGreaterThan(3);
    expect(wordsIn("สวัสดีครับ", "th")).toBe(2);
    expect(wordsIn("two words", "no such tag!")).toBe(2);
  });

  it("count characters as a reader sees them", () => {
    expect(charactersIn("👨‍👩‍👧é")).toBe(2);
    expect(charactersIn("plain")).toBe(5);
  });

  it("are those of the selection", () => {
    open(block("paragraph", "One two"), block("paragraph", "three"));
    editor.focus("body");
    expect(editor.selectionCounts()).toEqual({ words: 0, characters: 0 });
    editor.press("Mod-a");
    expect(editor.selectionCounts()).toEqual({ words: 3, characters: 12 });
    expect(editor.selectedText()).toBe("");
  });
});
