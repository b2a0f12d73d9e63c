/**
 * Which changes came after a document was handed out, so that findings about it can be put in their
 * present places when they arrive.
 */

import { Mapping } from "prosemirror-transform";
import type { Transaction } from "prosemirror-state";

interface Snapshot {
  json: string;
  since: Mapping;
}

/** Checks answer within moments; older documents are not asked about. */
const KEPT = 8;

export class Snapshots {
  private kept: Snapshot[] = [];

  handOut(json: string): void {
    const last = this.kept[0];
    if (last?.json === json && last.since.maps.length === 0) return;
    this.kept = [{ json, since: new Mapping() }, ...this.kept.slice(0, KEPT - 1)];
  }

  follow(tr: Transaction): void {
    if (!tr.docChanged) return;
    for (const { since } of this.kept) since.appendMapping(tr.mapping);
  }

  /** From `json`, or from the document last handed out, to the present one. */
  since(json?: string): Mapping {
    const snapshot = json === undefined ? this.kept[0] : this.kept.find((one) => one.json === json);
    return new Mapping(snapshot ? [...snapshot.since.maps] : []);
  }

  forget(): void {
    this.kept = [];
  }
}
