import type { Editor, EditorOptions } from "./types";

/** Makes an editor in `options.place`. */
export function createEditor(options: EditorOptions): Editor {
  throw new Error(`No editor in ${options.place.tagName} yet`);
}
