import { CellSelection } from "prosemirror-tables";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { block, withoutLayout } from "../../testing";
import { WritingPage } from "../../writing.testing";

type Json = Record<string, unknown>;

let page: WritingPage;

beforeAll(withoutLayout);
afterEach(() => page.close());

const cell = (text: string, attrs?: Json, type = "tableCell") => ({
  type,
  ...(attrs && { attrs }),
  content: [block("paragraph", text)],
});
const row = (...cells: Json[]) => ({ type: "tableRow", content: cells });
const table = (...rows: Json[]) => ({ type: "table", content: rows });

const FOUR = table(row(cell("a"), cell("b")), row(cell("c"), cell("d")));

function open(...body: Json[]): void {
  page = new WritingPage({ body });
}

/** The words of the table, a line for each row. */
function words(): string {
  return [...page.view.dom.querySelectorAll("tr")]
    .map((tr) => [...tr.children].map((td) => td.textContent).join(" "))
    .join("\n");
}

function tool(label: string): void {
  const button = [...page.view.dom.querySelectorAll("button")].find((one) => one.title === label);
  if (!button) throw new Error(`No tool is called “${label}”.`);
  button.click();
}

describe("going through a table", () => {
  it("is by Tab and back by Shift-Tab", () => {
    open(FOUR);
    page.into("a");
    page.press("Tab");
    expect(page.here()[1]).toBe("b");
    page.press("Tab");
    expect(page.here()[1]).toBe("c");
    page.press("Shift-Tab");
    expect(page.here()[1]).toBe("b");
  });

  it("adds a row after the last cell", () => {
    open(FOUR);
    page.into("d");
    page.press("Tab");
    page.type("e");
    expect(words()).toBe("a b\nc d\ne ");
  });

  it("stays in the first cell", () => {
    open(FOUR);
    page.into("a");
    expect(page.press("Shift-Tab")).toBe(true);
    expect(page.here()[1]).toBe("a");
  });

  it("makes a paragraph with Enter, and goes on below with Ctrl+Enter", () => {
    open(FOUR);
    page.into("a");
    page.press("Enter");
    page.type("more");
    expect(page.body()).toContain('tableCell(paragraph("a"), paragraph("more"))');
    page.press("Mod-Enter");
    page.type("Below");
    expect(page.body()).toMatch(/paragraph\("Below"\)$/);
  });
});

describe("the tools of a table", () => {
  it("add and remove rows", () => {
    open(FOUR);
    page.into("a");
    tool("Add a row below");
    expect(words()).toBe("a b\n \nc d");
    tool("Remove the row");
    expect(words()).toBe(" \nc d");
  });

  it("add and remove columns", () => {
    open(FOUR);
    page.into("a");
    tool("Add a column before");
    expect(words()).toBe(" a b\n c d");
    page.into("b");
    tool("Remove the column");
    expect(words()).toBe(" a\n c");
  });

  it("make the first row a header, and back", () => {
    open(FOUR);
    page.into("d");
    tool("Header row");
    expect(page.view.dom.querySelectorAll("th")).toHaveLength(2);
    expect(page.find("[aria-pressed]").getAttribute("aria-pressed")).toBe("true");
    tool("Header row");
    expect(page.stored()).toEqual([FOUR]);
  });

  it("take the whole table away with its last row", () => {
    open(table(row(cell("a"), cell("b"))));
    page.into("a");
    tool("Remove the row");
    expect(page.body()).toBe("paragraph");
  });
});

describe("pasting into a table", () => {
  it("fills cells from cells, and grows", () => {
    open(FOUR);
    page.into("d");
    page.pasteHtml("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>");
    expect(words()).toBe("a b \nc 1 2\n 3 4");
  });

  it("puts text into one cell", () => {
    open(FOUR);
    page.into("a");
    page.pasteHtml("<p>1</p>");
    expect(words()).toBe("a1 b\nc d");
  });
});

it("empties selected cells and keeps them", () => {
  open(FOUR);
  const { doc, tr } = page.view.state;
  const cells: number[] = [];
  doc.descendants((node, at) => void (node.type.name === "tableCell" && cells.push(at)));
  page.view.dispatch(tr.setSelection(CellSelection.create(doc, cells[0]!, cells[3])));
  page.press("Backspace");
  expect(words()).toBe(" \n ");
});

describe("a table from elsewhere", () => {
  const keeps = (json: Json) => {
    open(block("paragraph", "x"), json);
    page.into("x");
    page.type("y");
    expect(page.stored()[1]).toEqual(json);
  };

  it("keeps its spans", () => keeps(table(row(cell("a", { colspan: 2 })), row(cell("b"), cell("c")))));
  it("keeps spans that are none", () => keeps(table(row(cell("a", { colspan: 1e9 })))));
  it("stays closed when it is not made of rows of cells", () => keeps(table(row(block("paragraph", "a")))));
  it("stays closed when it is empty", () => keeps({ type: "table" }));
  it("is left as it is while somebody writes elsewhere", () =>
    keeps(table(row(cell("a"), cell("b")), row(cell("c")))));
});

it("is mended where rows are of different lengths and somebody writes in it", () => {
  open(table(row(cell("a"), cell("b")), row(cell("c"))));
  page.into("c");
  page.type("!");
  expect(words()).toBe("a b\nc! ");
});
