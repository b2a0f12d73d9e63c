/** The places of the core's findings are places of the editor's document, to the code unit. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "./document";

const CASES = join(import.meta.dirname, "../../../tests/cases/check");
const cases = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, "findings.txt")));

interface Quoted {
  from: number;
  to: number;
  words: string;
}

/**
 * The findings that quote the words they are about: a line ending in `42..63`, later `  > words`,
 * which go on over a line break of the story.
 */
function quoted(findings: string): Quoted[] {
  return findings.split("\n\n").flatMap((finding) => {
    const place = /^\w+ [\w-]+ in .* (\d+)\.\.(\d+)$/m.exec(finding);
    const words = /\n {2}> ([^]*?)(?:\n {2}fix: |\n?$)/.exec(finding);
    return place && words ? [{ from: +place[1]!, to: +place[2]!, words: words[1]! }] : [];
  });
}

describe("what the core found stands where it says", () => {
  it.each(cases)("%s", (name) => {
    const { doc } = readDocument(readFileSync(join(CASES, name, "story.json"), "utf8"));
    const found = quoted(readFileSync(join(CASES, name, "findings.txt"), "utf8"));
    for (const { from, to, words } of found) expect(doc.textBetween(from, to, "\n")).toBe(words);
  });

  it("in more than a handful of places", () => {
    const texts = cases.map((name) => readFileSync(join(CASES, name, "findings.txt"), "utf8"));
    expect(texts.flatMap(quoted).length).toBeGreaterThan(20);
  });
});
