/** One history for everything: each thing a person does comes back alone, in order, and goes again. */

import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Photo } from "../desk/contract";
import { createEditor } from "./index";
import type { Editor } from "./index";
import { block, figure, photo, story, storyJson, withoutLayout } from "./testing";

let editor: Editor;

beforeAll(withoutLayout);
afterEach(() => editor.destroy());

beforeEach(() => {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  editor = createEditor({
    place,
    photoAddress: (id) => id,
    applyFacts: ({ photoId }) => Promise.resolve(editor.photo(photoId) as Photo),
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
  const body = [block("paragraph", "He said 'the the tram'"), figure({ photoId: "p1" }, "Depot")];
  editor.open(story(storyJson({ headline: "Trams", body }), [photo("p1"), photo("p2")]), false);
});

const square = { turn: 0, crop: { left: 0, top: 0, width: 5000, height: 5000 }, focus: null, obscured: [] } as const;
const credit = { what: "fact", photoId: "p1", field: "creditLine", value: "AFP" } as const;
const everywhere = { text: "tram", matchCase: false, wholeWord: false, accents: false };

/** What a person can do, each by the call that the window makes for it. */
const deeds: [string, () => void][] = [
  ["a crosshead", () => (editor.focus("body"), void editor.press("Mod-Alt-2"))],
  ["a caption", () => editor.setCaption(editor.figures()[0]!.at, "The depot at night")],
  ["an alt text", () => editor.setAltText(editor.figures()[0]!.at, "A depot")],
  ["a crop", () => editor.setFraming(editor.figures()[0]!.at, { ...square, obscured: [] })],
  ["a credit", () => editor.changePhoto(credit)],
  ["a role", () => editor.setFigure(editor.figures()[0]!.at, { role: "full" })],
  ["a language", () => editor.setWriting({ language: "ar", direction: "rtl" })],
  ["quotes", () => (editor.focus("body"), editor.fixQuotes())],
  ["words everywhere", () => void editor.replace(everywhere, "bus", { except: new Set() })],
  ["a photo", () => editor.insertPhotos([photo("p2")], { what: "lead" })],
];

/** Text, photos and language, as one string. */
function everything(): string {
  return JSON.stringify([editor.document(), editor.photo("p1")?.facts, editor.writing()]);
}

it("brings each deed back alone, in order, and does it again", () => {
  const before = [everything()];
  for (const [name, does] of deeds) {
    does();
    expect(everything(), name).not.toBe(before.at(-1));
    before.push(everything());
  }
  for (let at = deeds.length - 1; at >= 0; at--) {
    editor.undo();
    expect(everything(), `undoing ${deeds[at]?.[0]}`).toBe(before[at]);
  }
  for (let at = 1; at <= deeds.length; at++) {
    editor.redo();
    expect(everything(), `doing ${deeds[at - 1]?.[0]} again`).toBe(before[at]);
  }
});
