/**
 * Focus mode in the story: the block that is written in stands out, and stays in the middle of the
 * window. What else the window hides is the window's care.
 */

import type { EditorState, PluginView } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { Decoration, DecorationSet } from "prosemirror-view";
import { habitsOf } from "./habits";
import { schema } from "./schema";
import { scrollerOf } from "./sight";

/** Where the line that is written on stays, from the top. */
const EYE = 0.42;
/** A small step of the caret moves nothing. */
const LEAST_PX = 12;

interface Current {
  /** The position before the block; `null`: focus mode is off. */
  at: number | null;
  set: DecorationSet;
}

const OFF: Current = { at: null, set: DecorationSet.empty };
const key = new PluginKey<Current>("focusMode");

export function focusModePlugin(): Plugin<Current> {
  return new Plugin<Current>({
    key,
    state: {
      init: () => OFF,
      apply(tr, current, _, state) {
        if (!habitsOf(state).focusMode) return OFF;
        const at = currentBlock(state);
        if (at === current.at && !tr.docChanged) return current;
        const size = state.doc.nodeAt(at)?.nodeSize ?? 0;
        const block = Decoration.node(at, at + size, { class: "current" });
        return { at, set: DecorationSet.create(state.doc, [block]) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
    view: () => new Typewriter(),
  });
}

/** A block of the body, or a whole line of furniture. */
function currentBlock(state: EditorState): number {
  const { $from } = state.selection;
  const inBody = $from.depth > 1 && $from.node(1).type === schema.nodes.body;
  return $from.depth === 0 ? $from.pos : $from.before(inBody ? 2 : 1);
}

/** Moves the page under the caret, once for each frame. */
class Typewriter implements PluginView {
  private frame = 0;

  update(view: EditorView, before: EditorState): void {
    const { state } = view;
    if (!habitsOf(state).focusMode) return;
    const moved = !before.selection.eq(state.selection) || before.doc !== state.doc;
    const begun = !habitsOf(before).focusMode;
    if (!moved && !begun) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => centre(view));
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }
}

function centre(view: EditorView): void {
  const scroller = view.isDestroyed || !view.hasFocus() ? null : scrollerOf(view.dom);
  if (!scroller) return;
  const box = scroller.getBoundingClientRect();
  const caret = view.coordsAtPos(view.state.selection.head);
  const off = caret.top - (box.top + box.height * EYE);
  if (Math.abs(off) >= LEAST_PX) scroller.scrollBy({ top: off });
}
