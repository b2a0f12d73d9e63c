/**
 * What may come in from outside: words and their form, and nothing that only this program writes.
 *
 * A page can carry our own attributes, copied or forged. Private notes and parts that this program does
 * not know are therefore taken only from what this window copied itself; from all else they are left
 * out, and their words stay.
 */

import type { Mark, Node } from "prosemirror-model";
import { Fragment, Slice } from "prosemirror-model";
import type { EditorProps } from "prosemirror-view";

/** Marks that no other program may set. */
const OURS = new Set(["note", "unknownMark"]);

/** Nodes that hold what this program does not know. */
const UNKNOWN = new Set(["unknownBlock", "unknownInline"]);

export function fromOutside(): Pick<EditorProps, "transformCopied" | "transformPasted"> {
  let copied: string | null = null;
  return {
    transformCopied(slice) {
      copied = wordsOf(slice);
      return slice;
    },
    transformPasted: (slice) => (wordsOf(slice) === copied ? slice : withoutOurs(slice)),
  };
}

function wordsOf({ content }: Slice): string {
  return content.textBetween(0, content.size, "\n", "\ufffc");
}

/** The slice without what only this program writes. */
export function withoutOurs(slice: Slice): Slice {
  const content = foreign(slice.content);
  // Where a node went, the edges may not be as deep any more.
  return content.eq(slice.content) ? slice : fitting(content, slice);
}

function foreign(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (UNKNOWN.has(node.type.name)) return;
    const marks = node.marks.filter((mark: Mark) => !OURS.has(mark.type.name));
    const attrs = "extra" in node.attrs ? { ...node.attrs, extra: null } : node.attrs;
    if (node.isText) nodes.push(node.mark(marks));
    else nodes.push(node.type.create(attrs, foreign(node.content), marks));
  });
  return Fragment.fromArray(nodes);
}

function fitting(content: Fragment, { openStart, openEnd }: Slice): Slice {
  const most = Slice.maxOpen(content, true);
  return new Slice(content, Math.min(openStart, most.openStart), Math.min(openEnd, most.openEnd));
}
