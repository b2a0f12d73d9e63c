/** Where a block now is, as it is said aloud. */

import type { Node } from "prosemirror-model";
import { editorWords } from "../../messages/editor";
import { schema } from "../schema";

const { moved } = editorWords;

/** What it is called: the name of its type, or "blocks" for several. */
export function blockName(node: Node, count = 1): string {
  if (count > 1) return moved.blocks(count);
  const names: Readonly<Record<string, string>> = moved.names;
  return names[node.type.name] ?? moved.other;
}

/** Says where the block at `at` stands. */
export function placeInWords(doc: Node, at: number, count = 1): string {
  const $at = doc.resolve(at);
  const node = $at.nodeAfter ?? doc;
  const name = blockName(node, count);
  const { lead, body, gallery } = schema.nodes;
  if ($at.parent.type === lead) return moved.lead;
  if ($at.parent.type === gallery) return moved.inGallery(name, $at.index() + 1, $at.parent.childCount);
  if ($at.parent.type !== body) return moved.among(name, $at.index() + 1, $at.parent.childCount);
  const paragraphs = paragraphsBefore($at.parent, $at.index());
  return paragraphs === 0 ? moved.head(name, count) : moved.after(name, paragraphs, count);
}

function paragraphsBefore(parent: Node, end: number): number {
  let count = 0;
  for (let index = 0; index < end; index++) {
    if (parent.child(index).type === schema.nodes.paragraph) count++;
  }
  return count;
}
