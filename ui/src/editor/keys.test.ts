import { history } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { EditorState, NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { stepBlock } from "./blocks/step";
import { readDocument } from "./document";
import { photosPlugin } from "./facts";
import { caretIn, partAt, selectionWithin } from "./fields";
import { enterInLine, nextField, previousField } from "./furniture/moves";
import { keys } from "./keys";
import { block, figure, storyJson, withoutLayout } from "./testing";
import type { EditorOptions } from "./types";
import { typedText, typingRules } from "./typing";

const PAGE = storyJson({
  headline: "Trams",
  standfirst: "They run",
  lead: figure({ photoId: "p1" }, "Depot", "A depot"),
  body: [block("paragraph", "One"), figure({}, "Wanted"), block("paragraph", "Two")],
});

beforeAll(withoutLayout);

function state(json = PAGE): EditorState {
  return EditorState.create({ doc: readDocument(json).doc, plugins: [photosPlugin(), history()] });
}

function at(name: "headline" | "standfirst" | "body" | "signOff", of: EditorState): EditorState {
  return of.apply(of.tr.setSelection(caretIn(of.doc, name)));
}

function run(command: Command, before: EditorState): EditorState {
  let after = before;
  command(before, (tr) => (after = before.apply(tr)));
  return after;
}

const here = (of: EditorState) => of.selection.$from.parent.type.name;
const inLead = (of: EditorState) => Selection.near(of.doc.resolve(partAt(of.doc, "lead") + 3));

describe("going through the fields", () => {
  it("goes forward with Enter and Tab", () => {
    expect(here(run(enterInLine, at("headline", state())))).toBe("standfirst");
    expect(here(run(nextField, at("standfirst", state())))).toBe("byline");
  });

  it("goes back with Shift-Tab", () => {
    expect(here(run(previousField, at("standfirst", state())))).toBe("headline");
    expect(here(run(previousField, at("body", state())))).toBe("dateline");
  });

  it("leaves the editor after the last field", () => {
    expect(nextField(at("signOff", state()))).toBe(false);
  });

  it("goes from caption to alt text to body", () => {
    const first = state();
    const caption = first.apply(first.tr.setSelection(inLead(first)));
    const altText = run(nextField, caption);
    const body = run(nextField, altText);
    expect([here(caption), here(altText), here(body)]).toEqual(["caption", "altText", "paragraph"]);
  });
});

describe("a selection", () => {
  function within(anchor: number, head: number): [number, number] | null {
    const { doc } = state();
    const selection = selectionWithin(doc.resolve(anchor), doc.resolve(head));
    return selection && [selection.anchor, selection.head];
  }

  const { doc } = state();
  const headline = partAt(doc, "headline") + 1;
  const body = partAt(doc, "body");
  const wanted = body + 1 + 5;

  it("stays in the field it began in", () => {
    expect(within(headline + 2, body + 4)).toEqual([headline + 2, headline + 5]);
    expect(within(body + 4, headline + 2)).toEqual([body + 4, body + 2]);
  });

  it("does not end inside a caption of the body", () => {
    expect(within(body + 3, wanted + 4)).toEqual([body + 3, body + 5]);
  });

  it("may reach over a figure", () => {
    expect(within(body + 3, wanted + 12)).toBeNull();
  });
});

describe("moving a block", () => {
  const names = (of: EditorState) => {
    const body = of.doc.nodeAt(partAt(of.doc, "body"));
    return body?.children.map((node) => node.textContent);
  };

  it("takes the caret along", () => {
    const moved = run(stepBlock(1), at("body", state()));
    expect(names(moved)).toEqual(["Wanted", "One", "Two"]);
    expect(moved.selection.$from.parent.textContent).toBe("One");
  });

  it("takes a figure with its words", () => {
    const first = state();
    const figureAt = partAt(first.doc, "body") + 6;
    const picked = first.apply(first.tr.setSelection(NodeSelection.create(first.doc, figureAt)));
    const moved = run(stepBlock(-1), picked);
    expect(names(moved)).toEqual(["Wanted", "One", "Two"]);
    expect(moved.selection).toBeInstanceOf(NodeSelection);
  });

  it("stops at the ends", () => {
    expect(names(run(stepBlock(-1), at("body", state())))).toEqual(["One", "Wanted", "Two"]);
  });
});

describe("typing and keys", () => {
  let view: EditorView;
  afterEach(() => view.destroy());

  function open(json = storyJson({})): void {
    const plugins = [photosPlugin(), typingRules(), ...keys({} as EditorOptions), history()];
    const state = EditorState.create({ doc: readDocument(json).doc, plugins });
    view = new EditorView(document.createElement("div"), { state, handleTextInput: typedText });
    view.dispatch(view.state.tr.setSelection(caretIn(view.state.doc, "body")));
  }

  function type(text: string): void {
    for (const letter of text) {
      const { from, to } = view.state.selection;
      const plain = () => view.state.tr.insertText(letter, from, to);
      const done = view.someProp("handleTextInput", (f) => f(view, from, to, letter, plain));
      if (!done) view.dispatch(plain());
    }
  }

  function press(key: string, over: KeyboardEventInit = {}): boolean {
    const event = new KeyboardEvent("keydown", { key, cancelable: true, ...over });
    return view.someProp("handleKeyDown", (f) => f(view, event)) ?? false;
  }

  function body(): string {
    return view.state.doc.nodeAt(partAt(view.state.doc, "body"))?.toString() ?? "";
  }

  function check(typed: string, expected: string) {
    open();
    type(typed);
    expect(body()).toBe(`body(${expected})`);
  }

  it("makes quotation marks and dashes", () =>
    check(`"It's ok," -- so...`, 'paragraph("“It’s ok,” — so…")'));
  it("gives a decade an apostrophe", () => check("the '90s", 'paragraph("the ’90s")'));
  it("makes crossheads", () => {
    check("# A", 'crosshead("A")');
    check("## A", 'crosshead("A")');
    check("### A", 'crosshead("A")');
  });
  it("makes words bold, and goes on plain", () => check("a **b c** d", 'paragraph("a ", strong("b c"), " d")'));
  it("makes words italic", () => check("a *b* c", 'paragraph("a ", em("b"), " c")'));
  it("knows asterisks that are none of it", () => {
    check("2 * 3 * 4", 'paragraph("2 * 3 * 4")');
    check("**a*", 'paragraph("**a*")');
  });
  it("makes links", () =>
    check("a [b](https://example.org) c", 'paragraph("a ", link("b"), " c")'));
  it("makes no link of what nobody may follow", () =>
    check("[b](javascript:x)", 'paragraph("[b](javascript:x)")'));
  it("makes lists", () => check("- A", 'list(listItem(paragraph("A")))'));
  it("makes numbered lists", () => check("1. A", 'list(listItem(paragraph("A")))'));
  it("makes quotes", () => check("> A", 'quote(paragraph("A"))'));
  it("makes a divider", () => check("---A", 'divider, paragraph("A")'));
  it("drops control characters", () => check("a\u0000\u0007b", 'paragraph("ab")'));

  it("gives back what was typed with Backspace", () => {
    check("a --", 'paragraph("a —")');
    press("Backspace");
    expect(body()).toBe('body(paragraph("a --"))');
  });

  it.each([
    ["# ", "#"],
    ["> ", ">"],
    ["1. ", "1."],
    ["- ", "-"],
    ["**b**", "**b**"],
    ["*b*", "*b*"],
    ["[b](https://example.org)", "[b](https://example.org)"],
  ])("gives back %j with one Backspace", (typed, back) => {
    open();
    type(typed);
    press("Backspace");
    expect(view.state.doc.nodeAt(partAt(view.state.doc, "body"))?.textContent.trim()).toBe(back);
    expect(body()).toMatch(/^body\(paragraph\("/);
  });

  it("makes a line of who said it at the end of a quote", () => {
    open();
    type("> A");
    press("Enter");
    type("-- Bo");
    expect(body()).toBe('body(quote(paragraph("A"), attribution("Bo")))');
    press("Enter");
    type("C");
    expect(body()).toBe('body(quote(paragraph("A"), attribution("Bo")), paragraph("C"))');
  });

  it("never merges two fields", () => {
    open(PAGE);
    const before = view.state.doc;
    for (const name of ["headline", "standfirst", "body"] as const) {
      const start = partAt(before, name) + (name === "body" ? 2 : 1);
      view.dispatch(view.state.tr.setSelection(TextSelection.create(before, start)));
      expect(press("Backspace")).toBe(true);
    }
    const end = partAt(before, "headline") + 1 + "Trams".length;
    view.dispatch(view.state.tr.setSelection(TextSelection.create(before, end)));
    expect(press("Delete")).toBe(true);
    expect(view.state.doc.eq(before)).toBe(true);
  });

  it("takes the story's own empty caption away with Backspace", () => {
    open(storyJson({ lead: figure({ photoId: "p1" }, "") }));
    view.dispatch(view.state.tr.setSelection(inLead(view.state)));
    press("Backspace");
    expect(view.state.doc.nodeAt(partAt(view.state.doc, "lead"))?.toString()).toBe("lead(figure)");
  });

  it("types into the caption of a selected figure, never over it", () => {
    open(PAGE);
    const at = partAt(view.state.doc, "lead") + 1;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
    type("!");
    expect(view.state.doc.nodeAt(at)?.toString()).toBe('figure(caption("Depot!"), altText("A depot"))');
  });
});
