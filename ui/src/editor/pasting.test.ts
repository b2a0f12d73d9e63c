import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { PastedParts } from "../desk/contract";
import type { Editor, EditorOptions, Pasted } from "./index";
import { createEditor } from "./index";
import { story, storyJson, withoutLayout } from "./testing";

type Json = {
  type: string;
  text?: string;
  content?: Json[];
  attrs?: unknown;
  marks?: unknown;
};

let place: HTMLElement;
let editor: Editor;
let told: Pasted | null;
let answer: (parts: PastedParts) => void;
let refuse: () => void;

beforeAll(withoutLayout);

beforeEach(() => {
  document.body.replaceChildren((place = document.createElement("div")));
  told = null;
  const options: EditorOptions = {
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
    readHtml: () =>
      new Promise((done, failed) => {
        answer = done;
        refuse = () => failed(new Error("unreadable"));
      }),
    onPasted: (pasted) => (told = pasted),
  };
  editor = createEditor(options);
});

afterEach(() => {
  editor.destroy();
  vi.useRealTimers();
});

const paragraph = (text: string): Json => ({ type: "paragraph", content: [{ type: "text", text }] });
const QUOTE: Json = { type: "quote", content: [paragraph("Nobody asked us.")] };
const LIST: Json = { type: "list", content: [{ type: "listItem", content: [paragraph("Ferries")] }] };

function open(...body: Json[]) {
  editor.open(story(storyJson({ body: body as unknown as Record<string, unknown>[] })), false);
  editor.focus("body");
}

function paste(html: string, plain: string) {
  const data: Record<string, string> = { "text/html": html, "text/plain": plain };
  const getData = (type: string) => data[type] ?? "";
  const clipboardData = { types: Object.keys(data), files: [], items: [], getData };
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData });
  place.querySelector(".ProseMirror")?.dispatchEvent(event);
}

async function reads(...blocks: Json[]) {
  answer({ blocks: JSON.stringify(blocks), receipt: "Kept 1 quote.", leftOut: ["A script was left out."] });
  await settled();
}

async function settled() {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

function body(): Json[] {
  const written = JSON.parse(editor.document()) as { doc: Json };
  return written.doc.content?.find(({ type }) => type === "body")?.content ?? [];
}

const words = (node: Json): string => (node.text ?? "") + (node.content ?? []).map(words).join("");
const shape = () => body().map((node) => `${node.type}: ${words(node)}`);

it("puts what the core read in place of the paste", async () => {
  open(paragraph(""));
  paste("<blockquote>Nobody asked us.</blockquote>", "Nobody asked us.");
  await reads(QUOTE, LIST, paragraph("End"));
  expect(shape()).toEqual(["quote: Nobody asked us.", "list: Ferries", "paragraph: End"]);
  expect(told).toMatchObject({ receipt: "Kept 1 quote.", leftOut: ["A script was left out."], plainOnly: false });
});

it("is one step of the history", async () => {
  open(paragraph("Before"));
  paste("<blockquote>x</blockquote>", "x");
  await reads(paragraph("One"), QUOTE, paragraph("Two"));
  expect(body().map(words).join("")).toContain("Nobody asked us.");
  editor.undo();
  expect(shape()).toEqual(["paragraph: Before"]);
});

it("joins a single paragraph to the line", async () => {
  open(paragraph("Before"));
  paste("<p>One</p>", "One");
  await reads(paragraph("One "));
  expect(shape()).toEqual(["paragraph: One Before"]);
});

it("loses no word where a block cannot stand", async () => {
  open(LIST, paragraph("after"));
  paste("<blockquote>x</blockquote>", "x");
  await reads(paragraph("One"), QUOTE, paragraph("Two"));
  expect(shape()).toEqual([
    "list: Ferries",
    "paragraph: One",
    "quote: Nobody asked us.",
    "paragraph: Two",
    "paragraph: after",
  ]);
});

it("pastes plain text when the core cannot read it", async () => {
  open(paragraph(""));
  paste("<p>x</p>", "One\nTwo");
  refuse();
  await settled();
  expect(shape()).toEqual(["paragraph: One", "paragraph: Two"]);
  expect(told).toMatchObject({ plainOnly: true, plain: null });
});

it("waits ten seconds and no longer", async () => {
  vi.useFakeTimers();
  open(paragraph(""));
  paste("<p>x</p>", "One");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shape()).toEqual(["paragraph: One"]);
  expect(told?.plainOnly).toBe(true);
});

it("takes the paste back from its receipt, and can make it plain", async () => {
  open(paragraph("Before"));
  paste("<blockquote>x</blockquote>", "plain words");
  await reads(QUOTE);
  told?.plain?.();
  expect(body().map(words).join("|")).toContain("plain words");
  expect(body().map(words).join("|")).not.toContain("Nobody");
  editor.undo();
  expect(shape()).toEqual(["paragraph: Before"]);
});

it("goes nowhere when another story was opened meanwhile", async () => {
  open(paragraph("First"));
  paste("<p>x</p>", "x");
  open(paragraph("Second"));
  await reads(QUOTE);
  expect(shape()).toEqual(["paragraph: Second"]);
  expect(told).toBeNull();
});

it("leaves what a story copied itself to the editor", () => {
  open(paragraph("First"));
  paste('<p data-pm-slice="1 1 []">Own</p>', "Own");
  expect(shape()).toEqual(["paragraph: OwnFirst"]);
});

it("brings nothing in that only this program writes", () => {
  open(paragraph("First"));
  const forged = '<p data-pm-slice="1 1 []" data-extra=\'{"a":1}\'>Own<span data-unknown=\'{"type":"x"}\'>x</span></p>';
  paste(forged, "Own");
  expect(JSON.stringify(body())).not.toContain('"a":1');
  expect(JSON.stringify(body())).not.toContain('"x"');
});

it("takes an address from a browser at once, as a link that may become a card", () => {
  open({ type: "paragraph" });
  paste('<a href="https://example.org/a">https://example.org/a</a>', "https://example.org/a");
  expect(words(body()[0]!)).toBe("https://example.org/a");
  expect(document.querySelector(".editor-menu [role=option]")).not.toBeNull();
});

it("puts cells of a spreadsheet into the cells of a table at once", () => {
  const cell = (text: string): Json => ({ type: "tableCell", content: [paragraph(text)] });
  open({ type: "table", content: [{ type: "tableRow", content: [cell("a"), cell("b")] }] });
  paste("<table><tr><td>1</td><td>2</td></tr></table>", "1\t2");
  expect(words(body()[0]!)).toBe("12");
});
