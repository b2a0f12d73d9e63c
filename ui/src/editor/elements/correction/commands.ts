/** Putting a correction into the story for a panel: at the foot of the body, or at its head. */

import { closeHistory } from "prosemirror-history";
import type { Transaction } from "prosemirror-state";
import { partAt } from "../../fields";
import { schema } from "../../schema";
import type { CorrectionKind } from "./spec";

export interface WrittenCorrection {
  kind: CorrectionKind;
  /** As "2026-05-12"; empty: none. */
  day: string;
  /** A paragraph each. */
  lines: readonly string[];
  top: boolean;
}

/** One step of the history. An empty line at the foot makes room for it. */
export function putCorrection(tr: Transaction, { kind, day, lines, top }: WrittenCorrection): void {
  const { correction, paragraph } = schema.nodes;
  const words = lines.filter((line) => line !== "").map((line) => paragraph.create(null, schema.text(line)));
  if (words.length === 0) return;
  const node = correction.create({ kind, at: day }, words);
  const at = partAt(tr.doc, "body");
  const body = tr.doc.nodeAt(at);
  if (!body) return;
  closeHistory(tr);
  if (top) {
    tr.insert(at + 1, node);
    return;
  }
  const end = at + 1 + body.content.size;
  const last = body.lastChild;
  const empty = last?.type === paragraph && last.content.size === 0;
  tr.replaceWith(empty ? end - last.nodeSize : end, end, node);
}
