import { describe, expect, it } from "vitest";
import { planPaste, type Pasted } from "./paste";
import { folderRow, storyRow, wantedRow } from "./testing";

const three = [folderRow("a"), folderRow("b", { caption: "Old" }), folderRow("c")];
const said = ({ plan }: Pasted) =>
  [...plan.fills, ...plan.replaces].map(({ row, field, after }) => `${row.key} ${field} ${after}`);

describe("a pasted column", () => {
  it("goes downwards from the focused cell", () => {
    const pasted = planPaste([["One"], ["Two"]], three, { row: 0, column: "altText" });
    expect(said(pasted)).toEqual(["a altText One", "b altText Two"]);
  });

  it("asks before it replaces", () => {
    const { plan } = planPaste([["One"], ["Two"], ["Three"]], three, { row: 0, column: "caption" });
    expect(plan.fills.map(({ after }) => after)).toEqual(["One", "Three"]);
    expect(plan.replaces.map(({ before, after }) => [before, after])).toEqual([["Old", "Two"]]);
  });

  it("changes nothing where the same stands", () => {
    const { plan } = planPaste([["Old "]], three, { row: 1, column: "caption" });
    expect([...plan.fills, ...plan.replaces]).toEqual([]);
  });

  it("says how many rows find no photo", () => {
    const pasted = planPaste([["1"], ["2"], ["3"]], three, { row: 1, column: "source" });
    expect(pasted.rowsLeftOut).toBe(1);
    expect(said(pasted)).toEqual(["b source 1", "c source 2"]);
  });

  it("empties no cell", () => {
    const pasted = planPaste([[""], [""]], three, { row: 1, column: "caption" });
    expect(said(pasted)).toEqual([]);
  });

  it("is one line of print in each cell", () => {
    const pasted = planPaste([["A\nbroken  line"]], three, { row: 0, column: "caption" });
    expect(said(pasted)).toEqual(["a caption A broken line"]);
  });

  it("gives a wanted photo its caption and nothing else", () => {
    const pasted = planPaste([["Cap", "Who"]], [wantedRow()], { row: 0, column: "caption" });
    expect(said(pasted)).toEqual(["wanted caption Cap"]);
  });

  it("replaces the choice that a picture is decorative", () => {
    const rows = [storyRow("a", {}, { decorative: true })];
    const { plan } = planPaste([["A bridge"]], rows, { row: 0, column: "altText" });
    expect(plan.replaces).toHaveLength(1);
  });
});

describe("several pasted columns", () => {
  it("go to the columns beside", () => {
    const pasted = planPaste([["E. Kaya", "AFP"]], three, { row: 0, column: "photographer" });
    expect(said(pasted)).toEqual(["a photographer E. Kaya", "a creditLine AFP"]);
    expect(pasted.columnsLeftOut).toBe(0);
  });

  it("say which find no place", () => {
    const pasted = planPaste([["Alt", "More", "Still"]], three, { row: 0, column: "altText" });
    expect(pasted.columnsLeftOut).toBe(2);
    expect(said(pasted)).toEqual(["a altText Alt"]);
  });

  it("go where a header names them", () => {
    const cells = [["Alt text", "File", "CAPTION"], ["An alt", "x.jpg", "A cap"]];
    const pasted = planPaste(cells, three, { row: 0, column: "source" });
    expect(said(pasted)).toEqual(["a altText An alt", "a caption A cap"]);
    expect(pasted.columnsLeftOut).toBe(1);
  });

  it("start below a header of one column", () => {
    const pasted = planPaste([["Credit"], ["AFP"]], three, { row: 0, column: "caption" });
    expect(said(pasted)).toEqual(["a creditLine AFP"]);
  });

  it("take no caption for a header", () => {
    const pasted = planPaste([["Credit where it is due"]], three, { row: 0, column: "caption" });
    expect(said(pasted)).toEqual(["a caption Credit where it is due"]);
  });
});
