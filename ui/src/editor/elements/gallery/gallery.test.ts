import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Photo } from "../../../desk/contract";
import { createEditor } from "../../index";
import type { Editor, EditorOptions } from "../../index";
import { block, figure, photo, story, storyJson, withoutLayout } from "../../testing";

type Json = Record<string, unknown>;

let editor: Editor;
let options: EditorOptions;

beforeAll(withoutLayout);

beforeEach(() => {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  options = {
    place,
    photoAddress: (id) => `photo://localhost/${id}`,
    applyFacts: () => Promise.resolve(photo("a")),
    onChange: vi.fn(),
    onWantPhoto: vi.fn(),
    onCreditClick: vi.fn(),
    onFrame: vi.fn(),
    onFindingClick: vi.fn(),
    askLink: () => Promise.resolve(null),
    openLink: vi.fn(),
    readHtml: () => Promise.reject(new Error("Nothing is pasted here.")),
    onPasted: vi.fn(),
  };
  editor = createEditor(options);
});

afterEach(() => editor.destroy());

const gallery = (...figures: Json[]) => ({ type: "gallery", content: figures });

function open(...body: Json[]): void {
  const photos: Photo[] = ["a", "b", "c"].map((id) => photo(id));
  editor.open(story(storyJson({ body }), photos), false);
}

function body(): Json[] {
  const { doc } = JSON.parse(editor.document()) as { doc: { content: { type: string; content: Json[] }[] } };
  return doc.content.find(({ type }) => type === "body")?.content ?? [];
}

/** "p[ab]c": a paragraph, a gallery of two, a figure. */
function order(): string {
  const letter = ({ type, attrs, content = [] }: Json): string => {
    if (type === "gallery") return `[${(content as Json[]).map(letter).join("")}]`;
    return type === "figure" ? String((attrs as Json)?.photoId ?? "?") : String(type)[0]!;
  };
  return body().map(letter).join("");
}

const row = (id: string) => editor.figures().find(({ photoId }) => photoId === id)!;

function press(key: string): void {
  const event = new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true });
  document.querySelector(".story")?.dispatchEvent(event);
}

const said = () => document.querySelector("[aria-live]")?.textContent;

describe("the photos of a gallery", () => {
  beforeEach(() =>
    open(
      block("paragraph", "One"),
      gallery(figure({ photoId: "a" }, "Of a", "Seen a"), figure({ photoId: "b" }, "Of b")),
      figure({ photoId: "c" }, "Of c"),
    ),
  );

  it("are figures of the story, in reading order", () => {
    expect(editor.figures().map(({ photoId, caption }) => [photoId, caption])).toEqual([
      ["a", "Of a"],
      ["b", "Of b"],
      ["c", "Of c"],
    ]);
  });

  it("change places with others and keep their words", () => {
    editor.moveFigure(row("c").at, row("a").at);
    expect(order()).toBe("p[ca]b");
    expect(row("a")).toMatchObject({ caption: "Of a", altText: "Seen a" });
    editor.undo();
    expect(order()).toBe("p[ab]c");
  });

  it("are set in order by Alt with an arrow, and said", () => {
    editor.select(row("a").at);
    press("ArrowDown");
    expect(order()).toBe("p[ba]c");
    expect(said()).toBe("The photo is now 2 of 2 in the gallery.");
    expect(row("a")).toMatchObject({ caption: "Of a", altText: "Seen a" });
  });

  it("go out of it at its ends, and in again", () => {
    editor.select(row("b").at);
    press("ArrowDown");
    expect(order()).toBe("p[a]bc");
    expect(said()).toBe("The photo now stands after paragraph 1.");
    press("ArrowUp");
    expect(order()).toBe("p[ab]c");
    editor.select(row("a").at);
    press("ArrowUp");
    expect(order()).toBe("pa[b]c");
  });

  it("come in from the figure beside it", () => {
    editor.select(row("c").at);
    press("ArrowUp");
    expect(order()).toBe("p[abc]");
  });

  it("can be taken out of the story", () => {
    editor.removeFigure(row("a").at);
    expect(order()).toBe("p[b]c");
    editor.removeFigure(row("b").at);
    expect(order()).toBe("pc");
  });

  it("are framed and captioned there", () => {
    editor.setCaption(row("b").at, "Own");
    editor.setFigure(row("b").at, { decorative: true });
    expect(row("b")).toMatchObject({ caption: "Own", decorative: true });
  });
});

describe("photos that are added", () => {
  it("go to the place in the gallery that was named, all of them", () => {
    open(gallery(figure({ photoId: "a" }), figure({ photoId: "a" })));
    editor.insertPhotos([photo("b"), photo("c")], { what: "position", at: row("a").at + 2 });
    expect(order()).toBe("[abca]");
  });

  it("follow the photo that is selected there", () => {
    open(gallery(figure({ photoId: "a" }), figure({ photoId: "b" })));
    editor.select(row("a").at);
    editor.insertPhotos([photo("c")], { what: "caret" });
    expect(order()).toBe("[acb]");
  });

  it("fill a place where one was wanted", () => {
    open(gallery(figure({ wantedCredit: "AFP" }, "Wanted"), figure({ photoId: "b" })));
    const wanted = editor.figures()[0]!;
    editor.insertPhotos([photo("a"), photo("c")], { what: "figure", at: wanted.at });
    expect(order()).toBe("[acb]");
    expect(row("a").caption).toBe("Wanted");
  });

  it("are asked for by its button, at its end", () => {
    open(gallery());
    document.querySelector<HTMLElement>(".gallery .strip button")?.click();
    const [place] = vi.mocked(options.onWantPhoto).mock.calls[0]!;
    editor.insertPhotos([photo("a"), photo("b")], place);
    expect(order()).toBe("[ab]");
  });
});

describe("an empty gallery", () => {
  it("is a place for photos", () => {
    open(gallery(), block("paragraph", "x"));
    expect(document.querySelector<HTMLElement>(".gallery-wanted")?.hidden).toBe(false);
    expect(body()[0]).toEqual({ type: "gallery" });
  });

  it("goes when its last photo is moved out, even from an empty page", () => {
    open(gallery(figure({ photoId: "a" }, "Of a")));
    editor.select(row("a").at);
    press("ArrowUp");
    expect(order()).toBe("a");
    press("ArrowUp");
    expect(order()).toBe("p");
    expect(row("a")).toMatchObject({ lead: true, caption: "Of a" });
  });
});

it("has a layout", () => {
  open(gallery(figure({ photoId: "a" })));
  const layout = document.querySelector<HTMLSelectElement>(".gallery select")!;
  layout.value = "slideshow";
  layout.dispatchEvent(new Event("change"));
  expect(body()[0]).toMatchObject({ attrs: { layout: "slideshow" } });
  editor.undo();
  expect(layout.value).toBe("grid");
});
