/**
 * A photo's own facts, in the same history as the typing.
 *
 * A change of facts is a step that leaves the document as it is and knows how to be taken back. The
 * history keeps it like any other; whoever applies a transaction looks for such steps in it, whether
 * done, undone or done again, and has the desk write them (`FactsWriter`).
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Plugin, PluginKey } from "prosemirror-state";
import { Step, StepMap, StepResult } from "prosemirror-transform";
import { closeHistory } from "prosemirror-history";
import type { Fact, Facts, Photo, Usage, UsageChosen } from "../desk/contract";
import type { PhotoChange } from "./types";

export type Photos = ReadonlyMap<string, Photo>;

export class PhotoFactsStep extends Step {
  constructor(
    readonly change: PhotoChange,
    /** The change that takes this one back. */
    readonly before: PhotoChange,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(): PhotoFactsStep {
    return new PhotoFactsStep(this.before, this.change);
  }

  override map(): PhotoFactsStep {
    return this;
  }

  override toJSON(): unknown {
    return { stepType: "photoFacts", change: this.change, before: this.before };
  }

  static override fromJSON(_: unknown, json: { change: PhotoChange; before: PhotoChange }) {
    return new PhotoFactsStep(json.change, json.before);
  }
}

Step.jsonID("photoFacts", PhotoFactsStep);

const key = new PluginKey<Photos>("photos");

/** Holds the known photos, as the person sees them: a change shows before the desk has answered. */
export function photosPlugin(): Plugin<Photos> {
  return new Plugin<Photos>({
    key,
    state: {
      init: () => new Map(),
      apply(tr, photos) {
        const put = (tr.getMeta(key) as Photo[] | undefined) ?? [];
        const changes = factChanges(tr);
        if (put.length === 0 && changes.length === 0) return photos;
        const next = new Map(photos);
        for (const photo of put) next.set(photo.id, photo);
        for (const change of changes) {
          const photo = next.get(change.photoId);
          if (photo) next.set(photo.id, changed(photo, change));
        }
        return next;
      },
    },
  });
}

export function photosOf(state: EditorState): Photos {
  return key.getState(state) ?? new Map();
}

/** Makes these records known. Not a change of the story. */
export function putPhotos(tr: Transaction, photos: Photo[]): Transaction {
  return tr.setMeta(key, photos).setMeta("addToHistory", false);
}

/** As `putPhotos`, inside a change that stands in the history. */
export function bringPhotos(tr: Transaction, photos: Photo[]): Transaction {
  return tr.setMeta(key, photos);
}

/** The changes of facts that this transaction makes, in order. */
export function factChanges(tr: Transaction): PhotoChange[] {
  return tr.steps.flatMap((step) => (step instanceof PhotoFactsStep ? [step.change] : []));
}

/** Adds a change of facts as an entry of its own. `false`: nothing would change. */
export function changeFacts(tr: Transaction, photos: Photos, change: PhotoChange): boolean {
  const photo = photos.get(change.photoId);
  if (!photo) return false;
  const before = present(photo, change);
  if (JSON.stringify(before) === JSON.stringify(change)) return false;
  closeHistory(tr.step(new PhotoFactsStep(change, before)));
  return true;
}

/** What now stands in the place of `change`, as a change. */
function present(photo: Photo, change: PhotoChange): PhotoChange {
  switch (change.what) {
    case "fact": {
      const fact = photo.facts[change.field];
      return { ...change, value: fact?.carrier === "typed" ? fact.value : null };
    }
    case "declared":
      return { ...change, declared: photo.declared };
    case "kind":
      return { ...change, kind: photo.kindChosen ? photo.kind : null };
    case "usage":
      return { ...change, usage: photo.usage.chosen };
  }
}

/** The record as it will be. The printed credit is the desk's to say and follows with its answer. */
function changed(photo: Photo, change: PhotoChange): Photo {
  switch (change.what) {
    case "fact":
      return { ...photo, facts: changedFacts(photo.facts, change.field, change.value) };
    case "declared":
      return { ...photo, declared: change.declared };
    case "kind":
      return { ...photo, kind: change.kind ?? photo.kind, kindChosen: change.kind !== null };
    case "usage":
      return { ...photo, usage: changedUsage(photo.usage, change.usage) };
  }
}

/** What follows from the choice at once; what the file suggests is the desk's to say. */
function changedUsage(usage: Usage, chosen: UsageChosen): Usage {
  return {
    ...usage,
    chosen,
    category: chosen.category ?? usage.category,
    expiresOn: chosen.expiresOn === null ? usage.expiresOn : chosen.expiresOn || null,
    killed: chosen.killed ?? usage.killed,
  };
}

function changedFacts(facts: Facts, field: keyof Facts, value: string | null): Facts {
  const { [field]: old, ...rest } = facts;
  const fact = value === null ? fileFact(old) : typedFact(old, value);
  return fact ? { ...rest, [field]: fact } : rest;
}

function typedFact(old: Fact | undefined, value: string): Fact {
  const others = old?.others ?? [];
  if (!old || old.carrier === "typed") return { value, carrier: "typed", raw: null, others };
  const { carrier, value: said } = old;
  const readings = [{ carrier, value: said }, ...others];
  return { value, carrier: "typed", raw: null, others: readings };
}

function fileFact(old: Fact | undefined): Fact | undefined {
  if (old?.carrier !== "typed") return old;
  const [first, ...others] = old.others;
  return first && { ...first, raw: null, others };
}

/** Writes facts one after the other, and shows what the desk then says. */
export class FactsWriter {
  private last: Promise<void> = Promise.resolve();
  private readonly waiting = new Map<string, number>();
  /** What the desk last said of photos that are being written. */
  private readonly said = new Map<string, Photo>();

  constructor(
    private readonly apply: (change: PhotoChange) => Promise<Photo>,
    private readonly show: (photo: Photo) => void,
  ) {}

  /** Has `change` written. `old` is the record before it, shown again when the desk refuses. */
  write(change: PhotoChange, old: Photo | undefined): void {
    const id = change.photoId;
    const waiting = this.waiting.get(id) ?? 0;
    this.waiting.set(id, waiting + 1);
    if (waiting === 0 && old) this.said.set(id, old);
    this.last = this.last.then(() => this.apply(change)).then(
      (photo) => this.answered(id, photo),
      // Whoever applied it has told the person why; here only the picture is put right.
      () => this.answered(id, undefined),
    );
  }

  private answered(id: string, photo: Photo | undefined): void {
    if (photo) this.said.set(id, photo);
    const waiting = (this.waiting.get(id) ?? 1) - 1;
    this.waiting.set(id, waiting);
    const said = this.said.get(id);
    // An older answer would take back on the screen what is still on its way.
    if (waiting > 0 || !said) return;
    this.said.delete(id);
    this.show(said);
  }
}
