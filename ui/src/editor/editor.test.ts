import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Finding, Photo } from "../desk/contract";
import { createEditor } from "./index";
import type { Editor, EditorOptions, PhotoChange, Selected } from "./index";
import { block, figure, photo, story, storyJson, textNode, withoutLayout } from "./testing";

interface Json {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: Json[];
}

let place: HTMLElement;
let editor: Editor;
let selected: Selected;
let changes: PhotoChange[];
let options: EditorOptions;

const afp = photo("p1", {
  facts: { caption: { value: "A tram", carrier: "xmp", raw: null, others: [] } },
  printsAs: { line: "Photo: Elif Kaya / AFP", note: null },
});
const bare = photo("p2");

beforeAll(withoutLayout);

beforeEach(() => {
  document.body.replaceChildren((place = document.createElement("div")));
  changes = [];
  options = {
    place,
    photoAddress: (id) => `photo://localhost/${id}`,
    applyFacts: (change) => {
      changes.push(change);
      return Promise.resolve(printed(change));
    },
    onChange: (change) => (selected = change.selected),
    onWantPhoto: vi.fn(),
    onCreditClick: vi.fn(),
    onFrame: vi.fn(),
    onFindingClick: vi.fn(),
    askLink: () => Promise.resolve(null),
    openLink: vi.fn(),
    readHtml: () => Promise.reject(new Error("nothing is pasted here")),
    onPasted: vi.fn(),
  };
  editor = createEditor(options);
});

afterEach(() => editor.destroy());

/** What a desk would answer, as far as the editor shows it. */
function printed(change: PhotoChange): Photo {
  const value = change.what === "fact" ? change.value : null;
  return { ...afp, printsAs: { line: `Photo: ${value ?? "Elif Kaya / AFP"}`, note: null } };
}

function open(parts: Parameters<typeof storyJson>[0], photos: Photo[] = [], readOnly = false): void {
  editor.open(story(storyJson(parts), photos), readOnly);
}

function part(name: string): Json {
  const { doc } = JSON.parse(editor.document()) as { doc: Json };
  return doc.content?.find((node) => node.type === name) ?? {};
}

function words(of: Json): string {
  return of.text ?? (of.content ?? []).map(words).join("|");
}

/** The position of the nth figure of the page. */
function figureAt(n = 0): number {
  const { doc } = JSON.parse(editor.document()) as { doc: Json };
  const found: number[] = [];
  const walk = (node: Json, position: number): number => {
    if (node.type === "figure") found.push(position);
    if (node.type === "text") return position + (node.text?.length ?? 0);
    if (node.type === "chart") return position + 1;
    let inside = position + 1;
    for (const child of node.content ?? []) inside = walk(child, inside);
    return inside + 1;
  };
  (doc.content ?? []).reduce((at, child) => walk(child, at), 0);
  return found[n] ?? -1;
}

const text = (selector: string) => place.querySelector(selector)?.textContent;

describe("opening", () => {
  it("selects the story until the person has been somewhere", () => {
    open({ headline: "Trams" });
    expect(selected).toEqual({ what: "story" });
    editor.focus("headline");
    expect(selected).toMatchObject({ what: "text", part: "headline" });
  });

  it("keeps what it does not know through a change", () => {
    open({
      body: [
        { type: "chart", attrs: { data: [1] } },
        { ...block("paragraph", "Seen"), attrs: { tone: "dry" } },
        figure({ zoom: 2 }, "Depot"),
      ],
    });
    editor.setCaption(figureAt(), "The depot");
    const [chart, paragraph, photoFigure] = part("body").content ?? [];
    expect(chart).toEqual({ type: "chart", attrs: { data: [1] } });
    expect(paragraph?.attrs).toEqual({ tone: "dry" });
    expect(photoFigure).toEqual(figure({ zoom: 2 }, "The depot"));
  });

  it("hands a damaged document back to the letter and lets nobody change it", () => {
    editor.open(story('{"schemaVersion":1,"doc":{"type":"st'), false);
    expect(editor.document()).toBe('{"schemaVersion":1,"doc":{"type":"st');
    expect(place.querySelector("[contenteditable=true]")).toBeNull();
  });

  it("changes nothing in a story that may only be read", () => {
    open({ lead: figure({ photoId: "p1" }) }, [afp], true);
    editor.setCaption(figureAt(), "No");
    editor.changePhoto({ what: "kind", photoId: "p1", kind: "graphic" });
    editor.insertPhotos([bare], { what: "caret" });
    expect(words(part("lead"))).toBe("");
    expect(changes).toEqual([]);
  });

  it("shows placeholders in empty fields", () => {
    open({ headline: "Trams" });
    const shown = [...place.querySelectorAll("[data-placeholder]")];
    expect(shown.map((element) => element.getAttribute("data-placeholder"))).toEqual([
      "Kicker",
      "Standfirst",
      "Byline",
      "Dateline",
      "Headline for search and the web",
      "Headline for social posts",
      "Headline in print",
      "Write the story…",
      "Sign-off",
    ]);
  });
});

describe("a photo on the page", () => {
  it("shows its printed credit, and red words where it has none", () => {
    open({ lead: figure({ photoId: "p1" }), body: [figure({ photoId: "p2" })] }, [afp, bare]);
    expect(text(".lead .credit")).toBe("Photo: Elif Kaya / AFP");
    expect(text(".body .credit-missing")).toBe("No credit");
    place.querySelector<HTMLElement>(".credit-missing")?.click();
    expect(options.onCreditClick).toHaveBeenCalledWith("p2");
  });

  it("shows the photo's caption until the story has its own", () => {
    open({ lead: figure({ photoId: "p1" }) }, [afp]);
    expect(text(".caption-ghost")).toBe("A tram");
    editor.setCaption(figureAt(), "Our tram");
    expect([text(".caption-ghost"), text(".caption")]).toEqual([undefined, "Our tram"]);
    editor.setCaption(figureAt(), null);
    expect(text(".caption-ghost")).toBe("A tram");
  });

  it("makes the story's own caption from the photo's on a click, in one step", () => {
    open({ lead: figure({ photoId: "p1" }) }, [afp]);
    const press = new MouseEvent("mousedown", { bubbles: true, cancelable: true });
    place.querySelector(".caption-ghost")?.dispatchEvent(press);
    expect(words(part("lead"))).toBe("A tram");
    editor.undo();
    expect(part("lead").content?.[0]?.content).toBeUndefined();
  });

  it("changes at once when its record does", () => {
    open({ lead: figure({ photoId: "p2" }) }, [bare]);
    editor.putPhotos([{ ...bare, printsAs: { line: "Photo: Bo Li", note: null } }]);
    expect(text(".credit")).toBe("Photo: Bo Li");
  });

  it("says that its record is missing", () => {
    open({ lead: figure({ photoId: "gone" }) });
    expect(text(".picture-missing")).toContain("record is not in the desk");
  });
});

describe("the copy's credit", () => {
  const wanted = (credit: string) => ({ lead: figure({ photoId: "p1", wantedCredit: credit }) });

  it("is not shown where the file already names it", () => {
    open(wanted("AFP"), [afp]);
    expect(place.querySelector(".credit-choice")).toBeNull();
  });

  it("is shown beside the file's where they differ, though one contains the other", () => {
    open(wanted("AF"), [afp]);
    expect(text(".credit-said")).toBe("The copy names AF; the file names Elif Kaya / AFP.");
  });

  it("is typed over the file's, or forgotten, in one step", async () => {
    open(wanted("Reuters"), [afp]);
    place.querySelectorAll<HTMLElement>(".credit-choice button")[1]?.click();
    await vi.waitFor(() => expect(text(".credit")).toBe("Photo: Reuters"));
    expect(changes).toEqual([
      { what: "fact", photoId: "p1", field: "creditLine", value: "Reuters" },
    ]);
    expect(part("lead").content?.[0]?.attrs).toEqual({ photoId: "p1" });
    editor.undo();
    expect(part("lead").content?.[0]?.attrs).toEqual({ photoId: "p1", wantedCredit: "Reuters" });
    await vi.waitFor(() => expect(changes.at(-1)).toMatchObject({ value: null }));
  });
});

describe("putting photos in", () => {
  const ids = () => (part("body").content ?? []).map((node) => node.attrs?.photoId ?? node.type);

  it("fills a wanted figure, keeps its words, and puts the others after it", () => {
    open({ body: [block("paragraph", "One"), figure({ wantedCredit: "AFP" }, "Depot")] });
    editor.insertPhotos([afp, bare], { what: "figure", at: figureAt() });
    expect(ids()).toEqual(["paragraph", "p1", "p2"]);
    expect(words(part("body"))).toContain("Depot");
    expect(selected).toMatchObject({ photoId: "p1", wantedCredit: "AFP", caption: "Depot" });
    editor.undo();
    expect(ids()).toEqual(["paragraph", "figure"]);
  });

  it("brings no alt text from one picture to another", () => {
    open({ lead: figure({ photoId: "p1", filePhoto: true }, "Depot", "A tram") }, [afp]);
    editor.insertPhotos([bare], { what: "lead" });
    expect(part("lead").content?.[0]).toEqual(figure({ photoId: "p2" }, "Depot"));
  });

  it("makes the empty lead the place of the first", () => {
    open({ body: [block("paragraph", "One")] });
    editor.insertPhotos([afp, bare], { what: "lead" });
    expect(part("lead").content?.[0]?.attrs).toEqual({ photoId: "p1" });
    expect(ids()).toEqual(["p2", "paragraph"]);
  });

  it("puts them after the block of the caret", () => {
    open({ body: [block("paragraph", "One"), block("paragraph", "Two")] });
    editor.focus("body");
    editor.insertPhotos([afp], { what: "caret" });
    expect(ids()).toEqual(["paragraph", "p1", "paragraph"]);
  });

  it("puts them between blocks, never into one", () => {
    open({ body: [block("paragraph", "One"), block("quote")] });
    editor.insertPhotos([afp], { what: "position", at: 10_000 });
    expect(ids()).toEqual(["paragraph", "quote", "p1"]);
  });

  it("takes a figure out and brings it back", () => {
    open({ body: [figure({ photoId: "p1" })] }, [afp]);
    editor.removeFigure(figureAt());
    expect(ids()).toEqual(["paragraph"]);
    editor.undo();
    expect(ids()).toEqual(["p1"]);
  });
});

describe("typing in a panel", () => {
  it("is one entry while it goes on", () => {
    open({ lead: figure({ photoId: "p1" }, "A") }, [afp]);
    editor.setCaption(figureAt(), "A t");
    editor.setCaption(figureAt(), "A tr");
    editor.setCaption(figureAt(), "A tram");
    editor.undo();
    expect(words(part("lead"))).toBe("A");
  });

  it("keeps the marks of what stays", () => {
    const caption = { type: "caption", content: [textNode("A "), textNode("tram", { type: "em" })] };
    open({ lead: { type: "figure", content: [caption] } });
    editor.setCaption(figureAt(), "Our tram");
    expect(part("lead").content?.[0]?.content?.[0]?.content).toEqual([
      textNode("Our "),
      textNode("tram", { type: "em" }),
    ]);
  });

  it("takes control characters and line ends out", () => {
    open({ lead: figure({}) });
    editor.setCaption(figureAt(), "One\u0000\u0007\ntwo");
    expect(words(part("lead"))).toBe("One two");
  });
});

describe("findings", () => {
  const paragraph = "He saw the the tram";
  // Five empty lines, three more headlines in their part and the empty lead are 20 long; then the
  // body and its paragraph open.
  const start = 20 + 2;

  function doubled(from: number): Finding {
    return {
      key: "k",
      rule: "doubled-word",
      level: "warn",
      place: { label: "paragraph 1", from, to: from + 7, photoId: null },
      message: "“the the”",
      params: {},
      fix: { label: "Remove", edits: [{ from, to: from + 4, text: "" }], asksFirst: false },
      waived: null,
    };
  }

  function found(): Finding {
    return doubled(start + "He saw ".length);
  }

  beforeEach(() => open({ body: [block("paragraph", paragraph)] }));

  it("stand under their words", () => {
    editor.document();
    editor.setFindings([found()]);
    expect(text(".finding")).toBe("the the");
  });

  it("stand under their words when the person typed on since", () => {
    const checked = editor.document();
    editor.insertPhotos([bare], { what: "lead" });
    editor.document();
    editor.setFindings([found()], checked);
    expect(text(".finding")).toBe("the the");
  });

  it("are mended in one step that can be undone", () => {
    const finding = found();
    editor.document();
    editor.setFindings([finding]);
    editor.insertPhotos([bare], { what: "lead" });
    expect(finding.fix && editor.mend(finding.fix)).toBe(true);
    expect(words(part("body"))).toBe("He saw the tram");
    editor.undo();
    expect(words(part("body"))).toBe(paragraph);
  });

  it("are not mended twice", () => {
    const finding = found();
    editor.document();
    editor.setFindings([finding]);
    expect(finding.fix && editor.mend(finding.fix)).toBe(true);
    expect(finding.fix && editor.mend(finding.fix)).toBe(false);
  });

  it("are not shown when they were waived", () => {
    editor.document();
    editor.setFindings([{ ...found(), waived: "quoted" }]);
    expect(place.querySelector(".finding")).toBeNull();
  });

  it("lead to the figure when they are a photo's", () => {
    open({ lead: figure({ photoId: "p1" }) }, [afp]);
    editor.goTo({ label: "lead photo", from: null, to: null, photoId: "p1" });
    expect(selected).toMatchObject({ what: "figure", lead: true, photoId: "p1" });
  });
});

describe("links on the page", () => {
  const linked = (href: string) => ({
    body: [{ type: "paragraph", content: [textNode("x", { type: "link", attrs: { href } })] }],
  });

  it("cannot take the window away", () => {
    open(linked("https://example.org/tram"));
    expect(place.querySelector("a")).toBeNull();
    expect(place.querySelector("[data-href]")?.getAttribute("data-href")).toContain("example.org");
  });

  it.each(["javascript:alert(1)", "java\u0000script:x", "data:text/html,x", "file:///etc/passwd"])(
    "are none with the address %j, which the document keeps",
    (href) => {
      open(linked(href));
      expect(place.querySelector("a, [data-href], [href]")).toBeNull();
      expect(editor.document()).toContain(JSON.stringify(href));
    },
  );
});

describe("the language of a story", () => {
  it("is part of the document and of its history", () => {
    open({ headline: "مرحبا" });
    editor.setWriting({ language: "ar", direction: "rtl" });
    expect(editor.writing()).toEqual({ language: "ar", direction: "rtl" });
    expect(JSON.parse(editor.document()).doc.attrs).toEqual({ language: "ar", direction: "rtl" });
    editor.undo();
    expect(editor.writing()).toEqual({ language: "en", direction: "ltr" });
  });

  it("stays as it is when the story may only be read", () => {
    open({}, [], true);
    editor.setWriting({ language: "tr", direction: "ltr" });
    expect(editor.writing().language).toBe("en");
  });
});
