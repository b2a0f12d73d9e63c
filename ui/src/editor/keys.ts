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
import { toggleCrosshead } from "./elements/crosshead/commands";
import { figureAt } from "./elements/figure/commands";
import { stepFigure } from "./elements/figure/travel";
import { leaveAttribution, toggleQuote } from "./elements/quote/commands";
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
import { moveBlock } from "./move";
import { schema } from "./schema";
import type { EditorOptions } from "./types";

export function keys(options: EditorOptions): Plugin[] {
  return [keymap(ours(options)), keymap(baseKeymap)];
}

function ours(options: EditorOptions): Record<string, Command> {
  const { strong, em } = schema.marks;
  const { listItem, paragraph, quote, pullQuote } = schema.nodes;
  const backspace = chainCommands(
    undoInputRule,
    deleteSelection,
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
    "Mod-Alt-0": setBlockType(paragraph),
    "Mod-Alt-2": toggleCrosshead(2),
    "Mod-Alt-3": toggleCrosshead(3),
    "Mod-Alt-4": toggleQuote(quote),
    "Mod-Alt-5": toggleQuote(pullQuote),
    "Alt-ArrowUp": chainCommands(stepFigure(-1), moveBlock(-1)),
    "Alt-ArrowDown": chainCommands(stepFigure(1), moveBlock(1)),
    Enter: chainCommands(frameSelected(options), enterInLine, leaveAttribution, enterBelow, splitListItem(listItem)),
    "Shift-Enter": lineBreak,
    "Mod-Enter": lineBreak,
    Tab: chainCommands(sinkListItem(listItem), stayInList, nextField),
    "Shift-Tab": chainCommands(liftListItem(listItem), previousField),
    Backspace: backspace,
    "Mod-Backspace": backspace,
    "Shift-Backspace": backspace,
    Delete: forward,
    "Mod-Delete": forward,
  };
}

/** Enter on a picture opens it; a place without one goes on to its caption, as any line does. */
function frameSelected(options: EditorOptions): Command {
  return ({ doc, selection }) => {
    if (!(selection instanceof NodeSelection)) return false;
    const figure = figureAt(doc, selection.from);
    if (figure === null || figure.attrs.photoId === null) return false;
    options.onFrame(selection.from);
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
