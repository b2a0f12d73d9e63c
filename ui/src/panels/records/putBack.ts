/** Puts a correction that was printed back into the story, as a finding remembers it. */
import { session } from "../session.svelte";

const KINDS = ["correction", "clarification", "update", "editorsNote"] as const;

export function putBack(params: Partial<Record<string, string>>): void {
  const kind = KINDS.find((known) => known === params.kind) ?? "correction";
  const lines = (params.text ?? "").split("\n");
  session.editor?.putCorrection({ kind, day: params.day ?? "", lines, top: false });
}
