/** The keys. What the browser would do at the edges of fields is taken from it. */

import {
  baseKeymap,
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  selectNodeBackward,
  selectNodeForward,
  setBlockType,
} from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { NodeSelection } from "prosemirror-state";
import { leaveElement, leaveEmptyLine, leaveTitle, removeEmptyElement } from "./blocks/leave";
import { stepBlock } from "./blocks/step";
import { editEmbed } from "./elements/embed/view";
import { leaveAttribution } from "./elements/quote/commands";
import { cellBefore, nextCell } from "./elements/table/commands";
import { fieldSelection } from "./fields";
import { formatting } from "./formatting";
import {
  deleteAtEdge,
  enterBelow,
  enterInLine,
  nextField,
  previousField,
} from "./furniture/moves";
import { editLink } from "./links";
import { elementList } from "./menu/elements";
import { insertCommand } from "./menu/insert";
import { schema } from "./schema";
import { enterStrip } from "./strip";
import type { EditorOptions } from "./types";

export function keys(options: EditorOptions): Plugin[] {
  return [keymap(ours(options)), keymap(baseKeymap)];
}

function ours(options: EditorOptions): Record<string, Command> {
  const { strong, em } = schema.marks;
  const { listItem } = schema.nodes;
  const backspace = chainCommands(
    undoInputRule,
    deleteSelection,
    removeEmptyElement,
    deleteAtStart,
    joinBackward,
    selectNodeBackward,
  );
  const forward = chainCommands(
    deleteSelection,
    deleteAtEdge(1),
    joinForward,
    selectNodeForward,
  );
  const lineBreak = chainCommands(enterInLine, insertBreak);
  return {
    "Mod-z": undo,
    "Shift-Mod-z": redo,
    "Mod-y": redo,
    "Mod-b": formatting(strong),
    "Mod-i": formatting(em),
    "Mod-k": editLink(options),
    "Mod-a": selectField,
    ...elementKeys(options),
    "Alt-ArrowUp": stepBlock(-1),
    "Alt-ArrowDown": stepBlock(1),
    Enter: chainCommands(
      openSelected(options),
      leaveTitle,
      enterInLine,
      leaveAttribution,
      leaveEmptyLine,
      enterBelow,
      splitListItem(listItem),
    ),
    "Shift-Enter": lineBreak,
    "Mod-Enter": chainCommands(leaveElement, lineBreak),
    "Mod-Alt-e": enterStrip,
    "Alt-F10": enterStrip,
    Tab: chainCommands(nextCell, sinkListItem(listItem), stayInList, leaveTitle, nextField),
    "Shift-Tab": chainCommands(cellBefore, liftListItem(listItem), previousField),
    Backspace: backspace,
    "Mod-Backspace": backspace,
    "Shift-Backspace": backspace,
    Delete: forward,
    "Mod-Delete": forward,
  };
}

/** The keys that the menu names beside the elements. */
function elementKeys(options: EditorOptions): Record<string, Command> {
  return Object.fromEntries(
    elementList().flatMap(({ name, keys }) => (keys ? [[keys, insertCommand(name, options)]] : [])),
  );
}

/**
 * Enter on a picture opens it, on a card its form, on a gallery the choice of photos; a place
 * without a picture goes on to its caption, as any line does.
 */
function openSelected(options: EditorOptions): Command {
  return ({ selection }, _, view) => {
    if (!(selection instanceof NodeSelection)) return false;
    const { node, from, to } = selection;
    const { figure, embed, gallery } = schema.nodes;
    if (node.type === embed && view) editEmbed(view, from);
    else if (node.type === gallery) options.onWantPhoto({ what: "position", at: to - 1 });
    else if (node.type === figure && node.attrs.photoId !== null) options.onFrame(from);
    else return false;
    return true;
  };
}

/** All of the field: the headline, one caption, or the body. Never two fields at once. */
const selectField: Command = (state, dispatch) => {
  const selection = fieldSelection(state);
  if (selection) dispatch?.(state.tr.setSelection(selection));
  return true;
};

const insertBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.isTextblock) return true;
  const node = schema.nodes.hardBreak.create();
  dispatch?.(state.tr.replaceSelectionWith(node).scrollIntoView());
  return true;
};

/** In the first item of a list, which cannot go deeper, Tab does nothing. */
const stayInList: Command = (state) => {
  const { $from } = state.selection;
  return $from.depth > 2 && $from.node(-1).type === schema.nodes.listItem;
};

/**
 * At the head of a field nothing is joined. At the head of the body a list, a quote or a crosshead
 * first becomes a paragraph.
 */
const deleteAtStart: Command = (state, dispatch, view) => {
  if (!deleteAtEdge(-1)(state)) return false;
  const { $from } = state.selection;
  const { paragraph, crosshead } = schema.nodes;
  if ($from.parent.type === crosshead) return setBlockType(paragraph)(state, dispatch, view);
  if ($from.depth > 2 && joinBackward(state, dispatch, view)) return true;
  return deleteAtEdge(-1)(state, dispatch, view);
};
