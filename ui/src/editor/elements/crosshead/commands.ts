import { setBlockType } from "prosemirror-commands";
import type { Command } from "prosemirror-state";
import { schema } from "../../schema";
import type { Level } from "./spec";

/** Makes the paragraph a crosshead of this level, and back. */
export function toggleCrosshead(level: Level): Command {
  const { crosshead, paragraph } = schema.nodes;
  return (state, dispatch, view) => {
    const parent = state.selection.$from.parent;
    const is = parent.type === crosshead && parent.attrs.level === level;
    const command = is ? setBlockType(paragraph) : setBlockType(crosshead, { level });
    return command(state, dispatch, view);
  };
}
