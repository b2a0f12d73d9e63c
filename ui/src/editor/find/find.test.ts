import { EditorState } from "prosemirror-state";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fact, Photo } from "../../desk/contract";
import { block, figure, photo, story, storyJson, textNode, withoutLayout } from "../testing";
import { readDocument } from "../document";
import { createEditor } from "../index";
import type { Editor, PhotoChange, Search } from "../index";
import { replace } from "./replace";
import { findIn } from "./search";

let editor: Editor;
let place: HTMLElement;
let changes: PhotoChange[];

const said = (value: string): Fact => ({ value, carrier: "xmp", raw: null, others: [] });
const depot = photo("p1", {
  facts: { caption: said("A tram at the depot"), creditLine: said("Tram Agency"), altText: said("A red tram") },
});

beforeAll(withoutLayout);
afterEach(() => editor.destroy());

beforeEach(() => {
  document.body.replaceChildren((place = document.createElement("div")));
  changes = [];
  editor = createEditor({
    place,
    photoAddress: (id) => id,
    applyFacts: (change) => {
      changes.push(change);
      return Promise.resolve(editor.photo(change.photoId) as Photo);
    },
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

function open(...body: Parameters<typeof storyJson>[0]["body"] & object): void {
  editor.open(story(storyJson({ headline: "Trams win", body }), [depot]), false);
}

function search(text: string, over: Partial<Search> = {}): Search {
  return { text, matchCase: false, wholeWord: false, accents: false, ...over };
}

function hits(text: string, over: Partial<Search> = {}): string[] {
  return editor.find(search(text, over)).matches.map(({ hit }) => hit);
}

const text = (selector: string) => [...place.querySelectorAll(selector)].map((one) => one.textContent);

describe("finding", () => {
  const check = (words: string, wanted: string, expected: string[], over: Partial<Search> = {}) => {
    open(block("paragraph", words));
    expect(hits(wanted, over)).toEqual(expected);
  };

  it("is the same in both cases, unless it shall not be", () => {
    check("BUS and bus", "Bus", ["BUS", "bus"]);
    check("BUS and bus", "bus", ["bus"], { matchCase: true });
  });

  it("folds accents, unless it shall not", () => {
    check("Café, cafe\u0301, CAFE, Øst, Łódź", "cafe", ["Café", "cafe\u0301", "CAFE"]);
    check("Café, cafe\u0301, cafe", "café", ["Café", "cafe\u0301"], { accents: true });
    check("Łódź", "lodz", ["Łódź"]);
    check("Straße und Strasse", "strasse", ["Straße", "Strasse"]);
  });

  it("keeps whole words", () => {
    check("bus busy busses omnibus bus", "bus", ["bus", "bus"], { wholeWord: true });
    check("東京都", "東京", ["東京"], { wholeWord: true });
  });

  it("reads quotes, spaces and hidden characters as a person does", () => {
    check("It’s “so” 10\u202fkm co\u00adop", "it's", ["It’s"]);
    check("It’s “so” here", '"so"', ["“so”"]);
    check("10\u202fkm away", "10 km", ["10\u202fkm"]);
    check("co\u00adop", "coop", ["co\u00adop"]);
    check(`straight "so" and “so”`, "“so”", ["“so”"]);
  });

  it("works in Arabic and Japanese, and knows a letter from its mark there", () => {
    check("مُحَمَّد ومحمد", "محمد", ["مُحَمَّد", "محمد"]);
    check("かき と がき", "かき", ["かき"]);
    check("Он йод", "иод", []);
  });

  it("reaches over marks and stops at blocks", () => {
    const words = { type: "paragraph", content: [textNode("tr", { type: "em" }), textNode("olley")] };
    open(words, block("paragraph", "trol"), block("paragraph", "ley"));
    expect(hits("trolley")).toEqual(["trolley"]);
  });

  it("looks into captions, credits and alt text, the photo's own too", () => {
    open(figure({ photoId: "p1" }), figure({}, "A wanted tram", "Tram"));
    const found = editor.find(search("tram")).matches;
    expect(found.map(({ place: { part, photo }, hit }) => [part, photo, hit])).toEqual([
      ["headline", null, "Tram"],
      ["caption", 1, "tram"],
      ["credit", 1, "Tram"],
      ["altText", 1, "tram"],
      ["caption", 2, "tram"],
      ["altText", 2, "Tram"],
    ]);
  });

  it("says where each stands, and the words around it", () => {
    open(block("paragraph", "x"), block("paragraph", "The bus is late"), block("crosshead", "Bus"));
    const [first, second] = editor.find(search("bus")).matches;
    expect(first).toMatchObject({ place: { part: "paragraph", number: 2 }, before: "The ", after: " is late" });
    expect(second).toMatchObject({ place: { part: "crosshead", number: 1 } });
  });

  it("marks what it finds, and the one that a person is at", () => {
    open(block("paragraph", "bus and bus"));
    const { matches } = editor.find(search("bus"));
    expect(text(".match")).toEqual(["bus", "bus"]);
    editor.showMatch(matches[1]!);
    expect(text(".current-match")).toEqual(["bus"]);
    editor.find(null);
    expect(text(".match")).toEqual([]);
  });

  it("lists so many and no more, in a paragraph of a million characters", () => {
    const { doc } = readDocument(storyJson({ body: [block("paragraph", "bus élan ".repeat(120_000))] }));
    const started = performance.now();
    const found = findIn(doc, new Map(), search("elan"));
    expect(found.matches.length).toBe(500);
    expect(found.more).toBe(true);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

describe("replacing", () => {
  const tramsToBuses = () => editor.replace(search("tram"), "bus", { except: new Set() });

  it("changes text and photos' own words together, and one undo brings all back", async () => {
    open(block("paragraph", "A tram"), figure({ photoId: "p1" }, "The tram"));
    const before = editor.document();
    expect(tramsToBuses()).toBe(5);
    expect(text(".body > p, .headline, .caption")).toEqual(["buss win", "A bus", "The bus"]);
    expect(editor.photo("p1")?.facts.creditLine?.value).toBe("bus Agency");
    expect(editor.photo("p1")?.facts.altText?.value).toBe("A red bus");
    await vi.waitFor(() => expect(changes.length).toBe(2));
    editor.undo();
    expect(editor.document()).toBe(before);
    expect(editor.photo("p1")?.facts.creditLine?.value).toBe("Tram Agency");
    await vi.waitFor(() => expect(changes.length).toBe(4));
    editor.redo();
    expect(text(".body > p")).toEqual(["A bus"]);
  });

  it("is a step of its own after another", () => {
    open(block("paragraph", "A tram"));
    tramsToBuses();
    expect(editor.replace(search("bus"), "ferry", { except: new Set() })).toBe(2);
    editor.undo();
    expect(text(".body p")).toEqual(["A bus"]);
  });

  it("leaves what was unticked", () => {
    open(block("paragraph", "tram tram tram"));
    const [, , second] = editor.find(search("tram")).matches;
    editor.replace(search("tram"), "bus", { except: new Set([second!.key]) });
    expect(text(".body p")).toEqual(["bus tram bus"]);
  });

  it("changes one alone", () => {
    open(block("paragraph", "tram tram"));
    const [, , second] = editor.find(search("tram")).matches;
    expect(editor.replace(search("tram"), "bus", { only: second! })).toBe(1);
    expect(text(".body p")).toEqual(["tram bus"]);
  });

  it("keeps links and italics, and may leave nothing", () => {
    const words = [textNode("A "), textNode("tram", { type: "em" }), textNode(" runs")];
    open({ type: "paragraph", content: words });
    tramsToBuses();
    expect(text("em")).toEqual(["bus"]);
    editor.replace(search("a bus runs"), "", { except: new Set() });
    expect(text(".body p")).toEqual([""]);
  });

  it("writes a crowded block anew, with all its marks", () => {
    const many = Array.from({ length: 60 }, () => [textNode("a tram "), textNode("tram", { type: "em" })]).flat();
    open({ type: "paragraph", content: many });
    editor.replace(search("tram"), "bus", { except: new Set() });
    expect(text(".body p")).toEqual(["a bus bus".repeat(60)]);
    expect(text("em").every((one) => one === "bus")).toBe(true);
  });

  it("replaces a hundred thousand in a moment", () => {
    const { doc } = readDocument(storyJson({ body: [block("paragraph", "tram line ".repeat(100_000))] }));
    const started = performance.now();
    const { tr, count } = replace(EditorState.create({ doc }), search("tram"), "bus", { except: new Set() });
    expect(count).toBe(100_000);
    expect(tr.doc.textContent).toBe("bus line ".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("changes nothing in a story that may only be read", () => {
    editor.open(story(storyJson({ body: [block("paragraph", "tram")] })), true);
    expect(tramsToBuses()).toBe(0);
  });
});
