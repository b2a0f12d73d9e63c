import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readDocument, writeDocument } from "./document";
import { createEditor } from "./index";
import type { Editor } from "./index";
import { story, storyJson, textNode, withoutLayout } from "./testing";

const FAMILY = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}";

/** Text that breaks programs, by what is wrong with it. */
const BAD: [string, string][] = [
  ["half a surrogate pair", "a\ud800b"],
  ["the other half", "a\udc00b"],
  ["a NUL", "a\u0000b"],
  ["an override of the direction", "abc\u202egnp.exe"],
  ["an emoji family", FAMILY],
  ["a million characters", "ferry ".repeat(166_667)],
  ["a thousand accents on a letter", `Z${"\u0301".repeat(1_000)}`],
];

let editor: Editor;

beforeAll(withoutLayout);

beforeEach(() => {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  editor = createEditor({
    place,
    photoAddress: (id) => id,
    applyFacts: () => Promise.reject(new Error("no facts change here")),
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

/** Every text of a document, in order. */
function texts(json: unknown): unknown[] {
  if (Array.isArray(json)) return json.flatMap(texts);
  if (typeof json !== "object" || json === null) return [];
  if ("text" in json) return [json.text];
  return Object.values(json).flatMap(texts);
}

function withText(text: string): string {
  return storyJson({
    headline: text,
    body: [{ type: "paragraph", content: [textNode(text)] }],
  });
}

describe("a story with bad text", () => {
  it.each(BAD)("%s comes back from the editor as it went in", (_, text) => {
    const json = withText(text);
    editor.open(story(json), false);
    editor.focus("headline");
    // Whatever is saved crosses to the desk as well-formed JSON, half a pair as its escape.
    const saved = editor.document();
    expect(saved).not.toMatch(/\p{Surrogate}/u);
expect(texts(JSON.parse(saved))).toEqual([text, text]);
  });
});

it("sixty levels of lists are written as they were read", () => {
  let inner: Record<string, unknown> = { type: "paragraph", content: [textNode("bottom")] };
  for (let level = 0; level < 60; level++) {
    inner = { type: "list", content: [{ type: "listItem", content: [inner] }] };
  }
  const { doc, understood } = readDocument(storyJson({ body: [inner] }));
  expect(understood).toBe(true);
  expect(writeDocument(doc).match(/"list"/g)).toHaveLength(60);
  expect(texts(JSON.parse(writeDocument(doc)))).toEqual(["bottom"]);
});

it("a story of a newer schema keeps its version and what is new in it", () => {
  const json = JSON.stringify({
    schemaVersion: 99,
    doc: { type: "story", content: [{ type: "body", content: [{ type: "hologram", attrs: { depth: 3 } }] }] },
  });
  editor.open(story(json), false);
  const saved = JSON.parse(editor.document()) as { schemaVersion: number };
  expect(saved.schemaVersion).toBe(99);
  expect(JSON.stringify(saved)).toContain('"depth":3');
});
