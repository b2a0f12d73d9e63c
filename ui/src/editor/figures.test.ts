import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Photo } from "../desk/contract";
import { createEditor, PLAIN } from "./index";
import type { Editor, FigureRow, Framing, PhotoChange } from "./index";
import { block, figure, photo, story, storyJson, withoutLayout } from "./testing";

const crop = { left: 1000, top: 0, width: 8000, height: 10_000 };
const cover = { area: { left: 0, top: 0, width: 100, height: 100 }, cover: "block" as const };
const framed: Framing = { turn: 90, crop, focus: { left: 1, top: 2 }, obscured: [cover] };

const tram = photo("tram", {
  facts: {
    caption: { value: "A tram", carrier: "xmp", raw: null, others: [] },
    altText: { value: "A red tram", carrier: "xmp", raw: null, others: [] },
  },
});
const recrop = photo("recrop", { widthPx: 800, heightPx: 800 });
const retouched = photo("retouched");
const ferry = photo("ferry", {
  facts: { caption: { value: "A ferry", carrier: "xmp", raw: null, others: [] } },
});

let editor: Editor;
let written: PhotoChange[];

beforeAll(withoutLayout);

beforeEach(() => {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  written = [];
  editor = createEditor({
    place,
    photoAddress: (id) => `photo://localhost/${id}`,
    applyFacts: (change) => {
      written.push(change);
      return Promise.resolve(tram);
    },
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

afterEach(() => editor.destroy());

function open(parts: Parameters<typeof storyJson>[0], photos: Photo[] = [tram]): void {
  editor.open(story(storyJson(parts), photos), false);
}

function row(index = 0): FigureRow {
  const found = editor.figures()[index];
  if (!found) throw new Error(`There is no figure ${index}.`);
  return found;
}

function lead(attrs: Record<string, unknown> = {}, caption?: string, altText?: string): void {
  open({ lead: figure({ photoId: "tram", ...attrs }, caption, altText) });
}

/** Undoing gives the document as it was, and redoing as it then was. */
function undoes(change: () => void): void {
  const before = editor.document();
  change();
  const after = editor.document();
  expect(after).not.toBe(before);
  editor.undo();
  expect(editor.document()).toBe(before);
  editor.redo();
  expect(editor.document()).toBe(after);
}

describe("the figures", () => {
  it("are listed in reading order, the lead first", () => {
    open({
      lead: figure({ photoId: "tram", checkCaption: true }, "Own", ""),
      body: [block("paragraph", "One"), figure({ photoId: "ferry", role: "full" })],
    });
    const [first, second] = editor.figures();
    expect(first).toMatchObject({ lead: true, caption: "Own", altText: "", checkCaption: true });
    expect(second).toMatchObject({ lead: false, photoId: "ferry", role: "full", caption: null });
  });
});

describe("framing", () => {
  it("is one step", () => {
    lead();
    undoes(() => editor.setFraming(row().at, framed));
    expect(row().framing).toEqual(framed);
  });

  it("of everything is no framing", () => {
    lead();
    const whole = { ...PLAIN, crop: { left: 0, top: 0, width: 10_000, height: 10_000 } };
    editor.setFraming(row().at, whole);
    expect(editor.document()).not.toContain("crop");
  });

  it("that goes back to the picture as it is leaves nothing behind", () => {
    lead({ turn: 90, crop, obscured: [cover] });
    editor.setFraming(row().at, PLAIN);
    expect(editor.document()).toBe(storyWithLead({ photoId: "tram" }));
  });
});

function storyWithLead(attrs: Record<string, unknown>): string {
  const other = editor.document();
  const { doc } = JSON.parse(other) as { doc: { content: { type: string; content?: unknown[] }[] } };
  const part = doc.content.find(({ type }) => type === "lead");
  expect(part?.content).toEqual([{ type: "figure", attrs }]);
  return other;
}

describe("moving", () => {
  const ids = () => editor.figures().map(({ photoId }) => photoId);

  it("takes a figure to the place of another, past those between, as one step", () => {
    open({
      lead: figure({ photoId: "a" }, "Of a"),
      body: [
        block("paragraph", "One"),
        figure({ photoId: "b" }),
        block("paragraph", "Two"),
        figure({ photoId: "c" }, "Of c"),
      ],
    });
    undoes(() => editor.moveFigure(row(2).at, row(0).at));
    expect(ids()).toEqual(["c", "a", "b"]);
    expect(row(0)).toMatchObject({ lead: true, caption: "Of c" });
    editor.moveFigure(row(0).at, row(1).at);
    expect(ids()).toEqual(["a", "c", "b"]);
  });

  it("keeps the mark on a caption that was not edited", () => {
    open({
      lead: figure({ photoId: "a", checkCaption: true }, "Of a"),
      body: [figure({ photoId: "b", checkCaption: true }, "Of b")],
    });
    editor.moveFigure(row(1).at, row(0).at);
    expect(editor.figures().map(({ checkCaption }) => checkCaption)).toEqual([true, true]);
  });
});

describe("many changes", () => {
  it("are one step, and each goes to its figure", () => {
    open({ lead: figure({ photoId: "tram" }, "Long caption"), body: [figure({ photoId: "tram" })] });
    const [first, second] = [row(0).at, row(1).at];
    undoes(() =>
      editor.edit(
        [
          { what: "fact", photoId: "tram", field: "creditLine", value: "AFP" },
          { what: "fact", photoId: "tram", field: "photographer", value: "Elif Kaya" },
        ],
        [
          { at: first, caption: "Own", altText: "Seen" },
          { at: second, caption: "Second", decorative: true },
        ],
      ),
    );
    expect(row(0)).toMatchObject({ caption: "Own", altText: "Seen" });
    expect(row(1)).toMatchObject({ caption: "Second", decorative: true });
    expect(editor.photo("tram")?.facts.creditLine?.value).toBe("AFP");
  });
});

describe("a photo's usage", () => {
  it("is taken back by undo", async () => {
    lead();
    const usage = { category: "pool" as const, expiresOn: null, killed: null, onlyStoryId: null };
    editor.changePhoto({ what: "usage", photoId: "tram", usage });
    expect(editor.photo("tram")?.usage.category).toBe("pool");
    editor.undo();
    await vi.waitFor(() => expect(editor.photo("tram")?.usage.category).toBeNull());
    expect(written[1]).toMatchObject({ what: "usage", usage: { category: null } });
  });
});

describe("replaced by the same picture", () => {
  const same = (next: Photo) => ({ samePicture: true, photo: next });

  it("keeps words and framing when the size is the same", () => {
    lead({ decorative: true, filePhoto: true, crop }, "Own", "Seen");
    undoes(() => editor.replacePhoto(row().at, same(retouched)));
    expect(row()).toMatchObject({ photoId: "retouched", caption: "Own", altText: "Seen" });
    expect(row()).toMatchObject({ decorative: true, filePhoto: true, checkCaption: false });
    expect(row().framing.crop).toEqual(crop);
  });

  it("loses a framing that was drawn on other pixels", () => {
    lead({ crop, obscured: [cover] }, "Own");
    editor.replacePhoto(row().at, same(recrop));
    expect(row().framing).toEqual(PLAIN);
    expect(row()).toMatchObject({ caption: "Own", checkCaption: false });
  });
});

describe("replaced by another picture", () => {
  const other = { samePicture: false, photo: ferry };

  it("keeps the caption, marked, and nothing else", () => {
    lead({ decorative: true, filePhoto: true, wantedCredit: "AP", crop }, "Own", "Seen");
    undoes(() => editor.replacePhoto(row().at, other));
    expect(row()).toMatchObject({ caption: "Own", checkCaption: true, altText: null });
    expect(row()).toMatchObject({ decorative: false, filePhoto: false, framing: PLAIN });
    expect(editor.document()).not.toContain("AP");
  });

  it("keeps the caption that was the old photo's own", () => {
    lead();
    editor.replacePhoto(row().at, other);
    expect(row()).toMatchObject({ caption: "A tram", checkCaption: true });
  });

  it("has nothing to check where there was no caption", () => {
    lead({}, "");
    editor.replacePhoto(row().at, other);
    expect(row()).toMatchObject({ caption: "", checkCaption: false });
  });

  it("gets everything back when it is the same picture after all", () => {
    lead({ decorative: true, crop }, undefined, "Seen");
    const before = { ...row(), photoId: "ferry" };
    editor.replacePhoto(row().at, other);
    undoes(() => editor.replacePhoto(row().at, { samePicture: true, photo: ferry }));
    expect(row()).toEqual(before);
  });

  it("then keeps what was written since", () => {
    lead({}, "Own", "Seen");
    editor.replacePhoto(row().at, other);
    editor.setCaption(row().at, "Mended");
    editor.setAltText(row().at, "A ferry");
    editor.replacePhoto(row().at, { samePicture: true, photo: ferry });
    expect(row()).toMatchObject({ caption: "Mended", altText: "A ferry", checkCaption: false });
  });
});

describe("a caption to be checked", () => {
  const marked = () => lead({ checkCaption: true }, "Own");

  it("is checked when it is edited, in the same step", () => {
    marked();
    undoes(() => editor.setCaption(row().at, "Owned"));
    expect(row().checkCaption).toBe(false);
    editor.undo();
    expect(row()).toMatchObject({ caption: "Own", checkCaption: true });
  });

  it("is checked when somebody says so", () => {
    marked();
    undoes(() => editor.setFigure(row().at, { checkCaption: false }));
    expect(row().checkCaption).toBe(false);
  });

  it("is not checked by other changes", () => {
    marked();
    editor.setAltText(row().at, "Seen");
    editor.setFraming(row().at, framed);
    expect(row().checkCaption).toBe(true);
  });
});

describe("Alt with an arrow", () => {
  const press = (key: string) =>
    document
      .querySelector(".story")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true }));
  const said = () => document.querySelector("[aria-live]")?.textContent;
  const order = () =>
    JSON.parse(editor.document()).doc.content.flatMap(
      ({ type, content = [] }: { type: string; content?: { type: string }[] }) =>
        type === "lead" || type === "body" ? content.map((one) => one.type[0]).join("") || "-" : [],
    ) as string[];

  it("takes a figure past a paragraph and says where it is", () => {
    open({ body: [block("paragraph", "One"), block("paragraph", "Two"), figure({ photoId: "tram" })] });
    editor.select(row().at);
    undoes(() => press("ArrowUp"));
    expect(order()).toEqual(["-", "pfp"]);
    expect(said()).toContain("paragraph 1");
  });

  it("makes the first block of the body the lead, and back", () => {
    open({ body: [figure({ photoId: "tram" }, "Own")] });
    editor.select(row().at);
    press("ArrowUp");
    expect(order()).toEqual(["f", "p"]);
    press("ArrowDown");
    expect(order()).toEqual(["-", "fp"]);
    expect(row().caption).toBe("Own");
  });

  it("lets a figure change places with the lead", () => {
    open({ lead: figure({ photoId: "a" }), body: [figure({ photoId: "b" }, "Of b")] });
    editor.select(row(1).at);
    undoes(() => press("ArrowUp"));
    expect(editor.figures().map(({ photoId }) => photoId)).toEqual(["b", "a"]);
    press("ArrowDown");
    expect(editor.figures().map(({ photoId }) => photoId)).toEqual(["a", "b"]);
  });

  it("stops at the end of the body", () => {
    open({ body: [block("paragraph", "One"), figure({ photoId: "tram" })] });
    editor.select(row().at);
    press("ArrowDown");
    expect(order()).toEqual(["-", "pf"]);
    expect(said()).toContain("no further");
  });
});
