/** Empty fields say what belongs there. */

import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { editorWords } from "../../messages/editor";
import { photosOf } from "../facts";
import { schema } from "../schema";
import { isTyping } from "../touched";

const words = editorWords.placeholders;

export function placeholders(): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_, state) => decorate(state),
      apply(tr, set, old, state) {
        if (photosOf(old) !== photosOf(state)) return decorate(state);
        if (!tr.docChanged) return set;
        // A key in a block that is not empty makes none empty and fills none.
        return isTyping(tr) ? set.map(tr.mapping, tr.doc) : decorate(state);
      },
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}

function decorate(state: EditorState): DecorationSet {
  const found: Decoration[] = [];
  const add = (node: Node, at: number, text: string | undefined) => {
    if (text === undefined || node.content.size > 0) return;
    const attrs = { class: "empty", "data-placeholder": text };
    found.push(Decoration.node(at, at + node.nodeSize, attrs));
  };
  state.doc.descendants((node, at, parent) => {
    if (node.type === schema.nodes.paragraph) add(node, at, paragraphWords(parent));
    else if (node.type === schema.nodes.caption) add(node, at, captionWords(state, parent));
    else if (node.isTextblock) add(node, at, words[node.type.name as keyof typeof words]);
    return !node.isTextblock;
  });
  return DecorationSet.create(state.doc, found);
}

/** Only an element with nothing in it asks for words; a fact box has its title before them. */
function paragraphWords(parent: Node | null): string | undefined {
  if (!parent || parent.childCount !== (parent.type === schema.nodes.factBox ? 2 : 1)) return undefined;
  const { body, quote, pullQuote, factBox, correction } = schema.nodes;
  const asks = [body, quote, pullQuote, factBox, correction].includes(parent.type);
  return asks ? words[parent.type.name as keyof typeof words] : undefined;
}

function captionWords(state: EditorState, figure: Node | null): string {
  const photo = photosOf(state).get(figure?.attrs.photoId as string);
  return photo?.facts.caption?.value ? words.noCaption : words.caption;
}
