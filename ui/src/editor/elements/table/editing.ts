/**
 * Selecting, filling and mending of cells, by prosemirror-tables. Its mending compares the blocks of
 * the whole document with every key; here it is asked only where a table was changed.
 */

import { tableEditing } from "prosemirror-tables";
import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { ResolvedPos } from "prosemirror-model";
import { schema } from "../../schema";
import { isTyping } from "../../touched";

export function tables(): Plugin[] {
  const editing = tableEditing({ allowTableNodeSelection: true });
  const mend = editing.spec.appendTransaction;
  editing.spec.appendTransaction = function (transactions, old, state) {
    return concernsTable(transactions, state) ? mend?.call(this, transactions, old, state) : null;
  };
  return [editing, around()];
}

/** Whether the selection is in a table, or what was changed lies in one or holds one. */
function concernsTable(transactions: readonly Transaction[], state: EditorState): boolean {
  const { $from, $to } = state.selection;
  const plain = state.selection instanceof TextSelection && !tableAt($from) && !tableAt($to);
  return !plain || transactions.some((tr) => !isTyping(tr) && changesTable(tr, state));
}

function changesTable(tr: Transaction, state: EditorState): boolean {
  let found = false;
  for (const [index, map] of tr.mapping.maps.entries()) {
    map.forEach((_, __, from, to) => {
      const later = tr.mapping.slice(index + 1);
      const start = Math.min(later.map(from, -1), state.doc.content.size);
      const end = Math.min(later.map(to, 1), state.doc.content.size);
      state.doc.nodesBetween(start, end, (node) => {
        found ||= node.type === schema.nodes.table;
        return !found && !node.isTextblock;
      });
    });
  }
  return found;
}

function tableAt($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type === schema.nodes.table) return depth;
  }
  return null;
}

/** Marks the table that the caret is in, so that its tools show. */
function around(): Plugin {
  return new Plugin({
    props: {
      decorations({ doc, selection: { $from } }) {
        const depth = tableAt($from);
        if (depth === null) return null;
        const here = Decoration.node($from.before(depth), $from.after(depth), { class: "here" });
        return DecorationSet.create(doc, [here]);
      },
    },
  });
}
