import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const GROUNDS = ["paper", "panel", "rail", "wash"];
const WORDS = ["ink", "ink-2", "ink-3", "accent", "stop", "warn", "ok"];

type Theme = 0 | 1;

/** The tokens of one block as they are in one theme; later blocks stand over earlier ones. */
function tokens(theme: Theme, ...selectors: string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const selector of selectors) {
    const block = css.slice(css.indexOf(`${selector} {`)).split("\n}")[0] ?? "";
    for (const [, name, light, dark] of block.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)) {
      if (name && light && dark) found.set(name, theme === 0 ? light : dark);
    }
  }
  return found;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function pale(colours: Map<string, string>, least: number): string[] {
  const pairs = GROUNDS.flatMap((ground) => WORDS.map((word) => [word, ground] as const));
  return pairs
    .map(([word, ground]) => ({ word, ground, ratio: contrast(colours.get(word) ?? "", colours.get(ground) ?? "") }))
    .filter(({ ratio }) => !(ratio >= least))
    .map(({ word, ground, ratio }) => `${word} on ${ground}: ${ratio.toFixed(2)}`);
}

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("the %s theme", (_, theme) => {
  it("can be read everywhere: 4.5 to 1", () => {
    expect(pale(tokens(theme, ":root"), 4.5)).toEqual([]);
  });

  it("can be read without effort in high contrast: 7 to 1", () => {
    expect(pale(tokens(theme, ":root", ':root[data-contrast="more"]'), 7)).toEqual([]);
  });

  it("tells a control from its ground: 3 to 1", () => {
    const colours = tokens(theme, ":root");
    const edge = (ground: string) => contrast(colours.get("edge") ?? "", colours.get(ground) ?? "");
    expect(Math.min(edge("paper"), edge("panel"))).toBeGreaterThanOrEqual(3);
  });
});
