/** Bare ProseMirror: its basic editing and its history, a schema of text and pictures, no more. */
import { baseKeymap } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Schema } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { group: "block", content: "text*", toDOM: () => ["p", 0] },
    heading: { group: "block", content: "text*", toDOM: () => ["h2", 0] },
    picture: {
      group: "block",
      attrs: { src: {}, width: {}, height: {} },
      toDOM: ({ attrs }) => ["img", attrs],
    },
    text: {},
  },
});

/** Shows the blocks and answers when they are laid out. */
window.show = (blocks) => {
  const nodes = blocks.map(({ type, text, ...attrs }) =>
    type === "picture" ? schema.node(type, attrs) : schema.node(type, null, text ? [schema.text(text)] : []),
  );
  const state = EditorState.create({
    doc: schema.node("doc", null, nodes),
    plugins: [history(), keymap(baseKeymap)],
  });
  window.view = new EditorView(document.querySelector("#editor"), { state });
  window.view.dom.setAttribute("spellcheck", "true");
  return document.body.offsetHeight;
};
