import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { block, withoutLayout } from "../testing";
import { WritingPage } from "../writing.testing";
import { elementList, elementsNamed, ELEMENTS } from "./elements";
import { insertElement } from "./insert";

let page: WritingPage;

beforeAll(withoutLayout);
beforeEach(() => (page = new WritingPage()));
afterEach(() => page.close());

const offered = () =>
  [...document.querySelectorAll(".editor-menu [role=option] .menu-name")].map((one) => one.firstChild?.textContent);
const isOpen = () => !page.find(".editor-menu").hidden;
const active = () => {
  const id = page.view.dom.getAttribute("aria-activedescendant");
  return id === null ? null : document.getElementById(id)?.querySelector(".menu-name")?.firstChild?.textContent;
};

describe("a slash", () => {
  it("at the head of an empty paragraph offers every element", () => {
    page.type("/");
    expect(offered()).toHaveLength(15);
    expect(offered()).toEqual(elementList().map(({ label }) => label));
  });

  it("after words offers nothing", () => {
    page.type("and /");
    expect(isOpen()).toBe(false);
    expect(page.body()).toBe('paragraph("and /")');
  });

  it("in the headline is a slash", () => {
    page = new WritingPage({ headline: "Trams" });
    page.into("Trams");
    page.type("/");
    expect(isOpen()).toBe(false);
  });

  it("in a fact box offers what may stand there", () => {
    const box = { type: "factBox", content: [block("boxTitle", "T"), block("paragraph")] };
    page = new WritingPage({ body: [box] });
    page.into("");
    page.into("T");
    page.press("Enter");
    page.type("/");
    expect(offered()).not.toContain("Fact box");
    page.type("list");
    page.press("Enter");
    expect(page.body()).toBe('factBox(boxTitle("T"), list(listItem(paragraph)))');
  });
});

describe("the menu", () => {
  it("is a listbox that the text has the focus for", () => {
    const text = page.view.dom;
    expect(text.getAttribute("role")).toBe("textbox");
    page.type("/");
    const list = page.find("[role=listbox]");
    expect(text.getAttribute("role")).toBe("combobox");
    expect(text.getAttribute("aria-expanded")).toBe("true");
    expect(text.getAttribute("aria-controls")).toBe(list.id);
    expect(list.getAttribute("aria-label")).toBe("Elements");
    expect(active()).toBe("Paragraph");
    page.press("ArrowDown");
    expect(active()).toBe("Crosshead");
    expect(list.querySelectorAll("[aria-selected=true]")).toHaveLength(1);
    page.press("Escape");
    expect(text.getAttribute("role")).toBe("textbox");
    expect(text.hasAttribute("aria-activedescendant")).toBe(false);
  });

  it("goes round at its ends", () => {
    page.type("/");
    page.press("ArrowUp");
    expect(active()).toBe("TK");
    page.press("ArrowDown");
    expect(active()).toBe("Paragraph");
  });

  it("offers what is typed", () => {
    page.type("/quo");
    expect(offered()).toEqual(["Quote", "Pull quote"]);
    page.press("Backspace");
    page.view.dispatch(page.view.state.tr.delete(page.view.state.selection.from - 3, page.view.state.selection.from));
    page.type("sidebar");
    expect(offered()).toEqual(["Fact box"]);
  });

  it("says when nothing is called so, and lets Enter be Enter", () => {
    page.type("/xyz");
    expect(page.find(".editor-menu").textContent).toBe("No element is called “xyz”.");
    page.press("Enter");
    expect(page.body()).toBe('paragraph("/xyz"), paragraph');
  });

  it("closes with Escape and leaves the slash", () => {
    page.type("/");
    page.press("Escape");
    page.type("ow");
    expect(isOpen()).toBe(false);
    expect(page.body()).toBe('paragraph("/ow")');
  });

  it("closes when the slash goes", () => {
    page.type("/");
    page.view.dispatch(page.view.state.tr.delete(page.view.state.selection.from - 1, page.view.state.selection.from));
    expect(isOpen()).toBe(false);
  });

  it("takes a click", () => {
    page.type("/");
    const rows = document.querySelectorAll<HTMLElement>("[role=option]");
    rows[7]?.click();
    expect(page.body()).toBe("factBox(boxTitle, paragraph), paragraph");
  });
});

describe("choosing", () => {
  const check = (typed: string, expected: string) => {
    page.type(typed);
    page.press("Enter");
    page.type("A");
    expect(page.body()).toBe(expected);
  };

  it("a crosshead", () => check("/crosshead", 'crosshead("A")'));
  it("a smaller crosshead", () => check("/smaller", 'crosshead("A")'));
  it("a list", () => check("/list", 'list(listItem(paragraph("A")))'));
  it("a quote", () => check("/quote", 'quote(paragraph("A"))'));
  it("a pull quote", () => check("/pull", 'pullQuote(paragraph("A"))'));
  it("a fact box", () => check("/fact", 'factBox(boxTitle("A"), paragraph), paragraph'));
  it("a divider", () => check("/div", 'divider, paragraph("A")'));
  it("TK", () => check("/tk", 'paragraph("TKA")'));
  it("a table", () => {
    check(
      "/table",
      'table(tableRow(tableHeader(paragraph("A")), tableHeader(paragraph), tableHeader(paragraph)), ' +
        "tableRow(tableCell(paragraph), tableCell(paragraph), tableCell(paragraph)), " +
        "tableRow(tableCell(paragraph), tableCell(paragraph), tableCell(paragraph))), paragraph",
    );
  });
  it("a photo asks for one at the caret", () => {
    page.type("/photo");
    page.press("Enter");
    expect(page.options.onWantPhoto).toHaveBeenCalledWith({ what: "caret" });
    expect(page.body()).toBe("paragraph");
  });
  it("is undone in one step, with the slash back", () => {
    page.type("/fact");
    page.press("Enter");
    page.press("Mod-z");
    page.press("Mod-z");
    expect(page.body()).toBe('paragraph("/fact")');
  });
});

describe("putting in without the menu", () => {
  const put = (name: Parameters<typeof insertElement>[1]) => insertElement(page.view, name, page.options);

  it("goes below the paragraph of the caret", () => {
    page.type("One");
    put("factBox");
    expect(page.body()).toBe('paragraph("One"), factBox(boxTitle, paragraph), paragraph');
  });

  it("makes of the text what it can be", () => {
    page.type("One");
    put("numberedList");
    expect(page.body()).toBe('list(listItem(paragraph("One")))');
    put("numberedList");
    expect(page.body()).toBe('paragraph("One")');
  });

  it("goes from the headline to the head of the body, and from the sign-off to its foot", () => {
    page = new WritingPage({ headline: "H", body: [block("paragraph", "One")] });
    page.into("H");
    put("divider");
    expect(page.body()).toBe('divider, paragraph("One")');
    page.selectText(page.view.state.doc.content.size - 1, page.view.state.doc.content.size - 1);
    put("pullQuote");
    expect(page.body()).toMatch(/pullQuote\(paragraph\), paragraph$/);
  });

  it("never goes into a caption or a cell", () => {
    page = new WritingPage({ body: [{ type: "figure", content: [block("caption", "C")] }] });
    page.into("C");
    put("correction");
    expect(page.body()).toMatch(/^figure\(caption\("C"\)\), correction\(paragraph\), paragraph$/);
  });

  it("has a key for many", () => {
    page.type("One");
    expect(page.press("Mod-Alt-7")).toBe(true);
    expect(page.body()).toBe('list(listItem(paragraph("One")))');
    expect(vi.mocked(page.options.onWantPhoto)).not.toHaveBeenCalled();
  });
});

it("finds elements by the beginning of any word", () => {
  expect(elementsNamed("cr", ELEMENTS)).toEqual(["crosshead", "smallCrosshead"]);
  expect(elementsNamed("embed", ELEMENTS)).toEqual(["card"]);
  expect(elementsNamed("  ", ELEMENTS)).toEqual(ELEMENTS);
  expect(elementsNamed("(", ELEMENTS)).toEqual([]);
});
