import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createEditor } from "./index";
import type { Editor, EditorOptions } from "./index";
import { withoutNotes } from "./notes";
import { block, story, storyJson, textNode, withoutLayout } from "./testing";
import { WritingPage } from "./writing.testing";

let editor: Editor;
let place: HTMLElement;
let options: EditorOptions;

beforeAll(withoutLayout);

beforeEach(() => {
  document.body.replaceChildren((place = document.createElement("div")));
  options = {
    place,
    photoAddress: () => "",
    applyFacts: () => Promise.reject(new Error()),
    onChange: vi.fn(),
    onWantPhoto: vi.fn(),
    onCreditClick: vi.fn(),
    onFrame: vi.fn(),
    onFindingClick: vi.fn(),
    askLink: () => Promise.resolve(null),
    openLink: vi.fn(),
    readHtml: () => Promise.reject(new Error("Nothing is pasted here.")),
    onPasted: vi.fn(),
    onNoteClick: vi.fn(),
  };
  editor = createEditor(options);
});

afterEach(() => editor.destroy());

const note = (noteId: string) => ({ type: "note", attrs: { noteId } });

function open(...content: unknown[]): void {
  editor.open(story(storyJson({ body: [{ type: "paragraph", content }] })), false);
}

describe("a note", () => {
  it("lies on the word at the caret", () => {
    editor.open(story(storyJson({ body: [block("paragraph", "He paid twice")] })), false);
    editor.focus("body");
    expect(editor.addNote("n1")).toBe(true);
    expect(editor.notePassages()).toMatchObject([{ id: "n1", text: "He" }]);
    editor.undo();
    expect(editor.notePassages()).toEqual([]);
  });

  it("needs words to lie on", () => {
    editor.open(story(storyJson({})), false);
    editor.focus("body");
    expect(editor.addNote("n1")).toBe(false);
  });

  it("lies beside others on the same words, and each goes alone", () => {
    open(textNode("He "), textNode("paid", note("n1"), note("n2")), textNode(" twice", note("n2")));
    expect(editor.notePassages().map(({ id, text }) => [id, text])).toEqual([
      ["n1", "paid"],
      ["n2", "paid twice"],
    ]);
    editor.removeNote("n1");
    expect(editor.notePassages().map(({ id }) => id)).toEqual(["n2"]);
  });

  it("is gone to, or said to be gone", () => {
    open(textNode("He "), textNode("paid", note("n1")));
    expect(editor.goToNote("n1")).toBe(true);
    expect(editor.goToNote("n7")).toBe(false);
    expect(vi.mocked(options.onChange).mock.lastCall?.[0].selected).toMatchObject({ empty: false });
  });

  it("looks as it is, also when that changes", () => {
    open(textNode("paid", note("n1")));
    const passage = place.querySelector<HTMLElement>("[data-note]")!;
    expect(passage.dataset.kind).toBe("note");
    editor.setNotes([{ id: "n1", kind: "legal", resolved: true }]);
    expect(passage.dataset.kind).toBe("legal");
    expect(passage.classList.contains("resolved")).toBe(true);
    editor.setNotes([]);
    expect(passage.classList.contains("resolved")).toBe(false);
  });

  it("is no part of a story that may only be read", () => {
    editor.open(story(storyJson({ body: [block("paragraph", "One")] })), true);
    expect(editor.addNote("n1")).toBe(false);
  });
});

describe("what is copied", () => {
  const noted = {
    type: "paragraph",
    content: [textNode("He ", { type: "em" }), textNode("paid", note("n1"), { type: "strong" })],
  };

  it("brings no note along, and everything else", () => {
    const page = new WritingPage({ body: [{ type: "quote", content: [noted] }] });
    const { doc } = page.view.state;
    const slice = doc.slice(0, doc.content.size);
    const { dom, text } = page.view.serializeForClipboard(slice);
    expect(dom.innerHTML).not.toContain("n1");
    expect(dom.innerHTML).not.toContain("note");
    expect(dom.innerHTML).toContain("<strong>paid</strong>");
    expect(text).toContain("He paid");
    page.close();
  });

  it("is the same slice when no note lies in it", () => {
    const page = new WritingPage({ body: [block("paragraph", "One")] });
    const slice = page.view.state.doc.slice(0);
    expect(withoutNotes(slice)).toBe(slice);
    page.close();
  });
});

describe("a passage in another language", () => {
  const words = () => {
    const { doc } = JSON.parse(editor.document());
    return doc.content.find(({ type }: { type: string }) => type === "body").content[0].content;
  };
  const german = { type: "foreign", attrs: { language: "de" } };

  it("says so to whoever reads or speaks it", () => {
    open(textNode("Zeit", german));
    const span = place.querySelector<HTMLElement>(".foreign")!;
    expect([span.lang, span.dir]).toEqual(["de", "auto"]);
  });

  it("is changed and taken back as a whole from the caret", () => {
    open(textNode("Zeit", german, { type: "em" }));
    editor.focus("body");
    editor.markForeign("nl");
    expect(words()[0].marks[0]).toEqual({ type: "foreign", attrs: { language: "nl" } });
    editor.markForeign(null);
    expect(words()).toEqual([textNode("Zeit", { type: "em" })]);
  });

  it("is what is typed next where nothing is selected", () => {
    const page = new WritingPage();
    open();
    editor.focus("body");
    expect(editor.markForeign("tr")).toBe(true);
    page.close();
  });
});
