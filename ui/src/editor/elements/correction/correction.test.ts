import { undo } from "prosemirror-history";
import { afterEach, beforeAll, expect, it } from "vitest";
import { block, withoutLayout } from "../../testing";
import { WritingPage } from "../../writing.testing";
import type { WrittenCorrection } from "./commands";
import { putCorrection } from "./commands";

let page: WritingPage;

beforeAll(withoutLayout);
afterEach(() => page.close());

const correction = (attrs?: Record<string, unknown>, text = "The fare is 2 crowns.") => ({
  type: "correction",
  ...(attrs && { attrs }),
  content: [block("paragraph", text)],
});

function choose(selector: string, value: string): void {
  const input = page.find<HTMLSelectElement>(`.correction ${selector}`);
  input.value = value;
  input.dispatchEvent(new Event("change"));
}

it("is of a kind and of a day", () => {
  page = new WritingPage({ body: [correction()] });
  choose("select", "editorsNote");
  choose("input", "2026-05-12");
  expect(page.stored()[0]).toEqual(correction({ kind: "editorsNote", at: "2026-05-12" }));
  expect(page.find<HTMLSelectElement>(".correction select").selectedOptions[0]?.text).toBe("Editor’s note");
});

it("has the day on which it was put in", () => {
  page = new WritingPage();
  page.type("/corr");
  page.press("Enter");
  page.type("It runs.");
  const [first] = page.stored();
  expect(first?.attrs).toEqual({ at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(page.here()).toEqual(["paragraph", "It runs."]);
});

it("keeps a kind that it does not know", () => {
  page = new WritingPage({ body: [correction({ kind: "apology" })] });
  expect(page.stored()[0]).toEqual(correction({ kind: "apology" }));
});

it("is left by Enter in its empty last line, and taken away when it is empty", () => {
  page = new WritingPage({ body: [correction()] });
  page.into("The fare is 2 crowns.");
  page.press("Enter");
  page.press("Enter");
  expect(page.body()).toBe('correction(paragraph("The fare is 2 crowns.")), paragraph');
  page.close();
  page = new WritingPage({ body: [correction(undefined, "")] });
  page.press("Backspace");
  expect(page.body()).toBe("paragraph");
});

const put = (written: WrittenCorrection) => {
  const { tr } = page.view.state;
  putCorrection(tr, written);
  page.view.dispatch(tr);
};

it("is put at the foot for a panel, in the place of an empty line, as one step to undo", () => {
  page = new WritingPage({ body: [block("paragraph", "Trams run."), block("paragraph")] });
  put({ kind: "correction", day: "2026-05-12", lines: ["One.", "Two."], top: false });
  expect(page.body()).toBe('paragraph("Trams run."), correction(paragraph("One."), paragraph("Two."))');
  undo(page.view.state, page.view.dispatch);
  expect(page.body()).toBe('paragraph("Trams run."), paragraph');
});

it("is put at the head for a panel that asks for it", () => {
  page = new WritingPage({ body: [block("paragraph", "Trams run.")] });
  put({ kind: "update", day: "", lines: ["", "They run."], top: true });
  expect(page.body()).toBe('correction(paragraph("They run.")), paragraph("Trams run.")');
});
