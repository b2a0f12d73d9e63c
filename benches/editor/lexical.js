/** Lexical with its rich text and its history; the pictures are blocks that draw an `img`. */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, DecoratorNode, createEditor } from "lexical";

class Picture extends DecoratorNode {
  constructor(attrs, key) {
    super(key);
    this.attrs = attrs;
  }
  static getType() {
    return "picture";
  }
  static clone(node) {
    return new Picture(node.attrs, node.__key);
  }
  createDOM() {
    return Object.assign(document.createElement("img"), this.attrs);
  }
  updateDOM() {
    return false;
  }
  isInline() {
    return false;
  }
  decorate() {
    return null;
  }
}

window.show = (blocks) => {
  const place = document.querySelector("#editor");
  place.contentEditable = "true";
  const editor = createEditor({
    namespace: "bench",
    nodes: [Picture],
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(place);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(
    () => {
      const root = $getRoot().clear();
      for (const { type, text, ...attrs } of blocks) {
        root.append(
          type === "picture" ? new Picture(attrs) : $createParagraphNode().append($createTextNode(text)),
        );
      }
    },
    { discrete: true },
  );
  return document.body.offsetHeight;
};
