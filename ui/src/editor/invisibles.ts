/**
 * Shows what has no shape of its own: no-break spaces, runs of spaces, line breaks, ends of
 * paragraphs, zero-width characters and those that turn the direction of a line. Only what is in
 * sight is drawn, and what is typed.
 */

import type { EditorState, PluginView, Transaction } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Range, Stretch } from "./changed";
import { changedRanges, stretches } from "./changed";
import { piece } from "./dom";
import { isLine } from "./fields";
import { habitsOf } from "./habits";
import { schema } from "./schema";
import { inSight, scrollerOf } from "./sight";

const PAUSE_MS = 80;
/** How far beyond a change a run of spaces is looked for, in characters. */
const LONGEST_RUN = 16;

const NAMES: Readonly<Record<string, string>> = {
  "\t": "→",
  "\u00a0": "°",
  "\u2007": "°",
  "\u202f": "‧",
  "\u00ad": "SHY",
  "\u061c": "ALM",
  "\u200b": "ZWSP",
  "\u200c": "ZWNJ",
  "\u200d": "ZWJ",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2060": "WJ",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
  "\ufeff": "BOM",
};
const FOUND = new RegExp(`  +|${Object.keys(NAMES).join("|")}`, "gu");
/** The joiners of a family of emoji hold one picture together. */
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;

interface Shown {
  set: DecorationSet;
  /** What is drawn; `null`: nothing. */
  range: Range | null;
}

const NOTHING: Shown = { set: DecorationSet.empty, range: null };
const key = new PluginKey<Shown>("invisibles");

export function invisiblesPlugin(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, shown, _, state) {
        if (!habitsOf(state).invisibles) return NOTHING;
        const range = tr.getMeta(key) as Range | undefined;
        if (range) return { range, set: DecorationSet.create(tr.doc, signs(state, range)) };
        return tr.docChanged && shown.range ? follow(tr, shown, shown.range, state) : shown;
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
    view: (view) => new Sight(view),
  });
}

/** Has what comes into sight drawn, after a pause. */
class Sight implements PluginView {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly soon = () => {
    clearTimeout(this.timer);
    if (habitsOf(this.view.state).invisibles) this.timer = setTimeout(() => this.look(), PAUSE_MS);
  };

  constructor(private readonly view: EditorView) {
    document.addEventListener("scroll", this.soon, { capture: true, passive: true });
    window.addEventListener("resize", this.soon);
  }

  update(view: EditorView, before: EditorState): void {
    const now = view.state;
    const fresh = habitsOf(now).invisibles && key.getState(now)?.range === null;
    if (fresh && key.getState(before) !== undefined) this.soon();
  }

  destroy(): void {
    clearTimeout(this.timer);
    document.removeEventListener("scroll", this.soon, { capture: true });
    window.removeEventListener("resize", this.soon);
  }

  private look(): void {
    if (this.view.isDestroyed || this.view.composing) return;
    const range = inSight(this.view, scrollerOf(this.view.dom));
    this.view.dispatch(this.view.state.tr.setMeta(key, range).setMeta("addToHistory", false));
  }
}

function follow(tr: Transaction, shown: Shown, before: Range, state: EditorState): Shown {
  const range = { from: tr.mapping.map(before.from, -1), to: tr.mapping.map(before.to, 1) };
  let set = shown.set.map(tr.mapping, tr.doc);
  for (const changed of changedRanges(tr)) {
    const from = Math.max(range.from, changed.from - 2);
    const to = Math.min(range.to, changed.to + 2);
    if (from > to) continue;
    set = set.remove(set.find(from, to)).add(tr.doc, signs(state, { from, to }));
  }
  return { set, range };
}

function signs(state: EditorState, range: Range): Decoration[] {
  return stretches(state.doc, range, LONGEST_RUN)
    .flatMap((stretch) => [...characters(stretch), ...lineBreaks(stretch), ...end(stretch)])
    .filter(({ from, to }) => to >= range.from && from <= range.to);
}

function characters({ text, start }: Stretch): Decoration[] {
  const found: Decoration[] = [];
  for (const { 0: characters, index } of text.matchAll(FOUND)) {
    if (characters === "\u200d" && EMOJI_BEFORE.test(text.slice(0, index))) continue;
    const sign = NAMES[characters] ?? "·".repeat(characters.length);
    const attrs = { class: sign.length > 1 && NAMES[characters] ? "invisible named" : "invisible", "data-sign": sign };
    found.push(Decoration.inline(start + index, start + index + characters.length, attrs));
  }
  return found;
}

function lineBreaks({ block, at: blockAt, start, text }: Stretch): Decoration[] {
  const found: Decoration[] = [];
  for (let at = text.indexOf("\ufffc"); at >= 0; at = text.indexOf("\ufffc", at + 1)) {
    if (block.nodeAt(start + at - blockAt - 1)?.type !== schema.nodes.hardBreak) continue;
    const spec = { side: -1, ignoreSelection: true, key: "line-break" };
    found.push(Decoration.widget(start + at, lineBreakSign, spec));
  }
  return found;
}

function lineBreakSign(): HTMLElement {
  const sign = piece("span", "invisible line-break");
  sign.dataset.sign = "↵";
  sign.setAttribute("aria-hidden", "true");
  return sign;
}

/** Lines of furniture have one paragraph each: its end says nothing. */
function end({ block, at }: Stretch): Decoration[] {
  if (isLine(block)) return [];
  return [Decoration.node(at, at + block.nodeSize, { class: "paragraph-end" })];
}
