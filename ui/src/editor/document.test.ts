import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyStory, readDocument, writeDocument } from "./document";

const CASES = join(import.meta.dirname, "../../../tests/cases/story");
const cases = readdirSync(CASES).filter((name) => name.endsWith(".json"));

function roundTrip(json: string): unknown {
  const { doc, understood } = readDocument(json);
  expect(understood).toBe(true);
  doc.check();
  return JSON.parse(writeDocument(doc));
}

function story(parts: unknown[], attrs?: unknown): string {
  return JSON.stringify({ schemaVersion: 1, doc: { type: "story", attrs, content: parts } });
}

function body(...content: unknown[]): string {
  return story([{ type: "body", content }]);
}

describe("the cases that Rust reads too", () => {
  it("are there", () => expect(cases.length).toBeGreaterThan(3));

  it.each(cases)("%s comes back as it went in", (name) => {
    const json = readFileSync(join(CASES, name), "utf8");
    expect(roundTrip(json)).toEqual(JSON.parse(json));
  });

  it("and those of the first schema come back as the second's", () => {
    const [read, written] = ["read", "written"].map((name) =>
      readFileSync(join(CASES, `a-document-of-version-1/${name}.json`), "utf8"),
    );
    expect(roundTrip(written!)).toEqual(JSON.parse(read!));
  });
});

describe("headlines for other places", () => {
  const lines = (...content: unknown[]) => {
    const written = JSON.stringify(roundTrip(story([{ type: "headlines", content }])));
    return JSON.parse(written).doc.content.find((part: { type: string }) => part.type === "headlines")
      .content as unknown[];
  };
  const social = { type: "socialHeadline", content: [{ type: "text", text: "Trams!" }] };

  it("are three, whatever came", () => {
    expect(lines(social)).toEqual([{ type: "webHeadline" }, social, { type: "printHeadline" }]);
  });

  it("keep what they do not know", () => {
    expect(lines(social, social, { type: "pushHeadline" }).slice(3)).toEqual([
      social,
      { type: "pushHeadline" },
    ]);
  });
});

describe("what does not fit", () => {
  function keeps(json: string, ...words: string[]) {
    const written = JSON.stringify(roundTrip(json));
    for (const word of words) expect(written).toContain(word);
  }

  it("is kept in a list", () =>
    keeps(body({ type: "list", content: [{ type: "chart", attrs: { a: 1 } }] }), '"chart"'));
  it("is kept in a list item", () =>
    keeps(
      body({ type: "list", content: [{ type: "listItem", content: [{ type: "divider" }] }] }),
      '"divider"',
    ));
  it("is kept in a quote", () =>
    keeps(body({ type: "quote", content: [{ type: "figure", attrs: { photoId: "p" } }] }), '"p"'));
  it("is kept in a figure", () =>
    keeps(
      body({ type: "figure", content: [{ type: "caption" }, { type: "caption", attrs: { n: 2 } }] }),
      '"n":2',
    ));
  it("is kept in the lead", () =>
    keeps(story([{ type: "lead", content: [{ type: "chart", attrs: { b: 2 } }] }]), '"b":2'));
  it("is kept when it is no node at all", () => keeps(body(17, null, "loose"), "17", "loose"));
  it("is kept when a part comes twice", () =>
    keeps(
      story([
        { type: "headline", content: [{ type: "text", text: "One" }] },
        { type: "headline", content: [{ type: "text", text: "Two" }] },
      ]),
      "One",
      "Two",
    ));
  it("is kept when a mark has no address", () =>
    keeps(
      body({
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: 4 } }] }],
      }),
      '"href":4',
    ));
  it("is kept when it is nested too deeply", () => {
    let inner: unknown = { type: "paragraph", content: [{ type: "text", text: "bottom" }] };
    for (let i = 0; i < 500; i++) {
      inner = { type: "list", content: [{ type: "listItem", content: [inner] }] };
    }
    keeps(body(inner), "bottom");
  });
});

describe("the envelope", () => {
  it("keeps a newer schema version", () => {
    const json = JSON.stringify({ schemaVersion: 9, doc: { type: "story", content: [] } });
    expect(roundTrip(json)).toMatchObject({ schemaVersion: 9 });
  });

  it("is put around a bare document", () => {
    expect(roundTrip(JSON.stringify({ type: "story" }))).toMatchObject({ schemaVersion: 2 });
  });
});

describe("a string that is no document", () => {
  it.each(["", "half a {", "[]", "7"])("shows %j in the body", (text) => {
    const { doc, understood } = readDocument(text);
    expect(understood).toBe(false);
    expect(doc.textContent).toBe(text);
  });
});

it("writes an empty story with every part", () => {
  expect(writeDocument(emptyStory())).toBe(
    '{"schemaVersion":2,"doc":{"type":"story","content":[{"type":"kicker"},{"type":"headline"},' +
      '{"type":"standfirst"},{"type":"byline"},{"type":"dateline"},' +
      '{"type":"headlines","content":[{"type":"webHeadline"},{"type":"socialHeadline"},' +
      '{"type":"printHeadline"}]},{"type":"lead"},' +
      '{"type":"body","content":[{"type":"paragraph"}]},{"type":"signOff"}]}}',
  );
});
