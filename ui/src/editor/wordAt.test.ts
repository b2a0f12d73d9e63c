import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Editor } from "./index";
import { createEditor } from "./index";
import { block, story, storyJson, withoutLayout } from "./testing";

let place: HTMLElement;
let editor: Editor;

beforeAll(withoutLayout);

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
    readHtml: () => Promise.reject(new Error("nothing is pasted here")),
    onPasted: vi.fn(),
  });
});

/** The word at the end of the headline. */
function wordOf(headline: string): string | undefined {
  editor.open(story(storyJson({ headline, body: [block("paragraph", "Text")] })), false);
  editor.focus("headline");
  return editor.wordAt()?.word;
}

describe("the word at the caret", () => {
  it("keeps what joins the parts of a name", () => {
    expect(wordOf("Resigns: Kivela-Moe")).toBe("Kivela-Moe");
    expect(wordOf("Resigns: O’Neill")).toBe("O’Neill");
    expect(wordOf("يستقيل مُحَمَّد")).toBe("مُحَمَّد");
    expect(wordOf("צה״ל")).toBe("צה״ל");
  });

  it("ends before what is no part of it", () => {
    expect(wordOf("“Then Moe")).toBe("Moe");
    expect(wordOf("Then—Moe")).toBe("Moe");
    expect(wordOf("‘Moe")).toBe("Moe");
  });

  it("is none in a number, in a gap and in an empty line", () => {
    expect(wordOf("1984")).toBeUndefined();
    expect(wordOf("Moe —")).toBeUndefined();
    expect(wordOf("")).toBeUndefined();
  });
});

describe("taking a mark off a word", () => {
  it("changes neither the document nor the caret", () => {
    wordOf("Moe’s son is Kivela-Moe");
    const before = editor.document();
    const [line] = place.getElementsByClassName("headline");
    const replaced = vi.spyOn(Text.prototype, "replaceData");
    editor.unmark("Kivela-Moe");
    expect(replaced.mock.calls.map(([, , text]) => text)).toEqual(["Moe’s", "Kivela", "Moe"]);
    replaced.mockRestore();
    expect(line?.textContent).toBe("Moe’s son is Kivela-Moe");
    expect(editor.document()).toBe(before);
    expect(editor.wordAt()?.word).toBe("Kivela-Moe");
  });
});
