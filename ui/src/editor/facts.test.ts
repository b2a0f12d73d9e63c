import { history, redo, undo, undoDepth } from "prosemirror-history";
import { EditorState, TextSelection } from "prosemirror-state";
import type { Transaction } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import { describe, expect, it, vi } from "vitest";
import type { Photo } from "../desk/contract";
import { readDocument } from "./document";
import { figureAt, insertPhotos, lineOf } from "./elements/figure/commands";
import {
  FactsWriter,
  PhotoFactsStep,
  bringPhotos,
  changeFacts,
  factChanges,
  photosOf,
  photosPlugin,
  putPhotos,
} from "./facts";
import { partAt } from "./fields";
import { schema } from "./schema";
import { figure, photo, storyJson } from "./testing";
import type { PhotoChange } from "./types";

const credited = photo("p1", {
  facts: { creditLine: { value: "AFP", carrier: "xmp", raw: null, others: [{ carrier: "iim", value: "A.F.P." }] } },
});

/** A state whose transactions are applied one after the other, with the facts they would write. */
class Desk {
  readonly written: PhotoChange[] = [];
  state: EditorState;

  constructor(document: string, photos: Photo[] = []) {
    const plugins = [photosPlugin(), history()];
    const state = EditorState.create({ doc: readDocument(document).doc, plugins });
    this.state = state.apply(putPhotos(state.tr, photos));
  }

  do(make: (tr: Transaction) => unknown): void {
    const { tr } = this.state;
    make(tr);
    this.apply(tr);
  }

  undo(): boolean {
    return undo(this.state, (tr) => this.apply(tr));
  }

  redo(): boolean {
    return redo(this.state, (tr) => this.apply(tr));
  }

  type(part: "headline" | "body", text: string): void {
    const at = partAt(this.state.doc, part) + (part === "body" ? 2 : 1);
    this.do((tr) => tr.setSelection(TextSelection.create(tr.doc, at)));
    for (const letter of text) this.do((tr) => tr.insertText(letter));
  }

  change(value: string | null): void {
    const change: PhotoChange = { what: "fact", photoId: "p1", field: "creditLine", value };
    this.do((tr) => changeFacts(tr, photosOf(this.state), change));
  }

  credit(): string | undefined {
    return photosOf(this.state).get("p1")?.facts.creditLine?.value;
  }

  part(name: "headline" | "body"): string {
    return this.state.doc.nodeAt(partAt(this.state.doc, name))?.textContent ?? "";
  }

  private apply(tr: Transaction): void {
    this.written.push(...factChanges(tr));
    this.state = this.state.apply(tr);
  }
}

describe("one history", () => {
  it("takes back typing, a photo and its credit in the order they were made", () => {
    const desk = new Desk(storyJson({ lead: figure({}, "Old") }));
    const lead = partAt(desk.state.doc, "lead") + 1;
    const caption = () => {
      const at = partAt(desk.state.doc, "lead") + 1;
      const node = figureAt(desk.state.doc, at);
      return node && lineOf(node, at, "caption")?.line.textContent;
    };
    const shown = () => figureAt(desk.state.doc, partAt(desk.state.doc, "lead") + 1)?.attrs.photoId;

    desk.type("headline", "Trams");
    desk.type("body", "They run.");
    const captionAt = partAt(desk.state.doc, "lead") + 3;
    desk.do((tr) => tr.insertText("Very ", captionAt));
    desk.do((tr) => insertPhotos(bringPhotos(tr, [credited]), [credited], { what: "lead" }));
    desk.change("Reuters");
    expect([caption(), shown(), desk.credit()]).toEqual(["Very Old", "p1", "Reuters"]);
    expect(lead).toBeGreaterThan(0);

    desk.undo();
    expect([desk.credit(), shown()]).toEqual(["AFP", "p1"]);
    desk.undo();
    expect([shown(), caption()]).toEqual([null, "Very Old"]);
    desk.undo();
    expect([caption(), desk.part("body")]).toEqual(["Old", "They run."]);
    desk.undo();
    expect([desk.part("body"), desk.part("headline")]).toEqual(["", "Trams"]);
    desk.undo();
    expect(desk.part("headline")).toBe("");
    expect(undoDepth(desk.state)).toBe(0);

    for (let i = 0; i < 5; i++) desk.redo();
    expect([desk.part("headline"), desk.part("body"), caption()]).toEqual([
      "Trams",
      "They run.",
      "Very Old",
    ]);
    expect([shown(), desk.credit()]).toEqual(["p1", "Reuters"]);
  });

  it("has the desk write what is done, undone and done again", () => {
    const desk = new Desk(storyJson({}), [credited]);
    desk.change("Reuters");
    desk.undo();
    desk.redo();
    expect(desk.written.map((change) => change.what === "fact" && change.value)).toEqual([
      "Reuters",
      null,
      "Reuters",
    ]);
  });

  it("keeps typing after a change of facts apart from typing before it", () => {
    const desk = new Desk(storyJson({}), [credited]);
    desk.type("headline", "One");
    desk.change("Reuters");
    desk.type("headline", "Two");
    desk.undo();
    expect([desk.part("headline"), desk.credit()]).toEqual(["One", "Reuters"]);
  });

  it("takes every change of the same field back alone", () => {
    const desk = new Desk(storyJson({}), [credited]);
    desk.change("Reuters");
    desk.change("");
    desk.undo();
    expect(desk.credit()).toBe("Reuters");
    desk.undo();
    expect(desk.credit()).toBe("AFP");
  });

  it("has no entry for a change that changes nothing", () => {
    const desk = new Desk(storyJson({}), [credited]);
    desk.change(null);
    expect(undoDepth(desk.state)).toBe(0);
  });

  it("survives as JSON", () => {
    const change: PhotoChange = { what: "kind", photoId: "p1", kind: "graphic" };
    const before: PhotoChange = { what: "kind", photoId: "p1", kind: null };
    const json: unknown = JSON.parse(JSON.stringify(new PhotoFactsStep(change, before)));
    const step = Step.fromJSON(schema, json);
    expect(step).toBeInstanceOf(PhotoFactsStep);
    expect((step as PhotoFactsStep).invert().change).toEqual(before);
  });
});

describe("what the file says", () => {
  it("stays beside what is typed and comes back with null", () => {
    const desk = new Desk(storyJson({}), [credited]);
    desk.change("Reuters");
    const fact = photosOf(desk.state).get("p1")?.facts.creditLine;
    expect(fact).toEqual({
      value: "Reuters",
      carrier: "typed",
      raw: null,
      others: [
        { carrier: "xmp", value: "AFP" },
        { carrier: "iim", value: "A.F.P." },
      ],
    });
    desk.change(null);
    expect(photosOf(desk.state).get("p1")?.facts).toEqual(credited.facts);
  });
});

describe("writing facts", () => {
  const change = (value: string): PhotoChange => ({
    what: "fact",
    photoId: "p1",
    field: "creditLine",
    value,
  });
  const named = (line: string) => photo("p1", { printsAs: { line, note: null } });

  it("goes one after the other and shows only the last answer", async () => {
    const shown: (string | null)[] = [];
    const apply = vi.fn((c: PhotoChange) =>
      Promise.resolve(named(c.what === "fact" ? `Photo: ${c.value}` : "")),
    );
    const writer = new FactsWriter(apply, (answer) => shown.push(answer.printsAs.line));
    writer.write(change("A"), credited);
    writer.write(change("B"), credited);
    await vi.waitFor(() => expect(shown).toEqual(["Photo: B"]));
    expect(apply).toHaveBeenCalledTimes(2);
  });

  it("shows the old facts again when the desk refuses", async () => {
    const shown: Photo[] = [];
    const writer = new FactsWriter(
      () => Promise.reject({ code: "failed" }),
      (answer) => shown.push(answer),
    );
    writer.write(change("A"), credited);
    await vi.waitFor(() => expect(shown).toEqual([credited]));
  });
});
