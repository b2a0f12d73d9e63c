import { EditorState } from "prosemirror-state";
import { beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "./document";
import { partAt } from "./fields";
import { habitsPlugin, putHabits } from "./habits";
import { block, figure, storyJson, withoutLayout } from "./testing";
import { goToTk, tkCount, tkPattern, tkPlugin, tksIn } from "./tk";

beforeAll(withoutLayout);

const MARKS = ["TK", "TKTK", "[CQ?]"];

describe("a mark of what is to come", () => {
  function check(text: string, expected: string[], marks = MARKS) {
    const pattern = tkPattern(marks);
    const found = pattern ? tksIn(text, pattern).map(({ from, to }) => text.slice(from, to)) : [];
    expect(found).toEqual(expected);
  }

  it("is a word", () => check("It cost TK million, said [TKTK].", ["TK", "TKTK"]));
  it("may have a tail", () => check("the TK's tail and the TK’s", ["TK", "TK"]));
  it("may be a sign", () => check("He won 12 [CQ?] seats", ["[CQ?]"]));
  it("stands in no word", () => check("ATK, TKO, Tk, tk, STKТ and the Latkes", []));
  it("is no company", () => check("TK Maxx sold TK MAXX to TK Elevator", []));
  it("is no flight", () => check("flight TK1980, then TK 1981", []));
  it("is a number to come", () => check("TK 12 people", ["TK"]));
  it("is what the desk says", () => check("ZZZ but TK", ["ZZZ"], ["ZZZ", ""]));
  it("is nothing where the desk has none", () => check("TK", [], []));
});

function open(text: string, json = storyJson({ headline: "TK wins", body: [block("paragraph", text)] })) {
  return EditorState.create({ doc: readDocument(json).doc, plugins: [habitsPlugin(), tkPlugin()] });
}

const body = (state: EditorState) => partAt(state.doc, "body") + 2;

/** The words under the marks, as decorated. */
function marked(state: EditorState): string[] {
  const set = state.plugins[1]?.getState(state);
  const found = set.find() as { from: number; to: number }[];
  return found.sort((a, b) => a.from - b.from).map(({ from, to }) => state.doc.textBetween(from, to));
}

describe("marks in a story", () => {
  it("are found when it opens, in its furniture too", () => {
    expect(tkCount(open("It cost TK million"))).toBe(2);
  });

  it("follow what is typed", () => {
    const state = open("It cost T");
    const end = body(state) + "It cost T".length;
    const typed = state.apply(state.tr.insertText("K", end));
    expect(marked(typed)).toEqual(["TK", "TK"]);
    const longer = typed.apply(typed.tr.insertText("O", end + 1));
    expect(marked(longer)).toEqual(["TK"]);
    const shorter = longer.apply(longer.tr.delete(end + 1, end + 2));
    expect(marked(shorter)).toEqual(["TK", "TK"]);
  });

  it("go silent when the name is typed out", () => {
    const state = open("TK Max");
    const typed = state.apply(state.tr.insertText("x", body(state) + 6));
    expect([marked(state).length, marked(typed).length]).toEqual([2, 1]);
  });

  it("are found in what is pasted and gone with what is deleted", () => {
    const state = open("a b");
    const pasted = state.apply(state.tr.insertText("TK and TKTK and [CQ?] ", body(state) + 2));
    expect(marked(pasted)).toEqual(["TK", "TK", "TKTK", "[CQ?]"]);
    const gone = pasted.apply(pasted.tr.delete(body(state), body(state) + 12));
    expect(marked(gone)).toEqual(["TK", "[CQ?]"]);
  });

  it("change with the desk's list", () => {
    const state = open("ZZZ and TK");
    expect(marked(state.apply(putHabits(state.tr, { tkMarks: ["ZZZ"] })))).toEqual(["ZZZ"]);
  });

  it("do not stand under a wanted photo, which is left out, until there is one", () => {
    const state = open("", storyJson({ body: [figure({}, "TK and others")] }));
    expect(tkCount(state)).toBe(0);
    const filled = state.apply(state.tr.setNodeAttribute(partAt(state.doc, "body") + 1, "photoId", "p1"));
    expect(tkCount(filled)).toBe(1);
  });

  it("are gone to one after the other, round the end", () => {
    let state = open("One TK and two TK");
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      const tr = goToTk(state, 1);
      if (tr) state = state.apply(tr);
      seen.push(state.selection.$from.parent.textContent);
    }
    expect(seen).toEqual(["TK wins", "One TK and two TK", "One TK and two TK", "TK wins"]);
    expect(state.doc.textBetween(state.selection.from, state.selection.to)).toBe("TK");
    expect(goToTk(open("none", storyJson({})), 1)).toBeNull();
  });

  it("cost the same in a paragraph of a million characters", () => {
    const state = open(`${"word ".repeat(200_000)}TK`);
    const started = performance.now();
    let typed = state;
    for (let i = 0; i < 20; i++) typed = typed.apply(typed.tr.insertText("a", body(state) + 500_000 + i));
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(tkCount(typed)).toBe(2);
  });
});
