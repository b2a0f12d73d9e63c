import { expect, it } from "vitest";
import { plainText } from "./plain";

const story = (...content: object[]) =>
  JSON.stringify({ schemaVersion: 1, doc: { type: "story", content } });
const text = (words: string) => ({ type: "text", text: words });

function check(document: string, expected: string) {
  expect(plainText(document)).toBe(expected);
}

it("puts an empty line between blocks and skips empty ones", () =>
  check(
    story(
      { type: "headline", content: [text("Ferry "), text("runs")] },
      { type: "standfirst" },
      { type: "body", content: [{ type: "paragraph", content: [text("At dawn.")] }] },
    ),
    "Ferry runs\n\nAt dawn.",
  ));
it("reads into lists and captions", () =>
  check(
    story({ type: "list", content: [{ type: "listItem", content: [{ content: [text("One")] }] }] }),
    "One",
  ));
it("keeps forced line breaks", () =>
  check(story({ content: [text("a"), { type: "hardBreak" }, text("b")] }), "a\nb"));
it("gives the JSON itself rather than nothing", () => check("{broken", "{broken"));
