import { describe, expect, it } from "vitest";
import { safeAddress, typedAddress } from "./address";
import { clean } from "./clean";
import { pasteParser } from "./paste";

/** Pasted HTML as the story would hold it: kinds of blocks and their words. */
function pasted(html: string): string {
  const inert = document.implementation.createHTMLDocument("");
  inert.body.innerHTML = html;
  return pasteParser().parseSlice(inert.body).content.toString();
}

function check(html: string, expected: string) {
  expect(pasted(html)).toBe(`<${expected}>`);
}

describe("pasted HTML", () => {
  it("keeps paragraphs and crossheads", () =>
    check("<h1>A</h1><p>B</p><h4>C</h4>", 'crosshead("A"), paragraph("B"), crosshead("C")'));
  it("keeps lists", () =>
    check("<ol><li>A</li></ol>", 'list(listItem(paragraph("A")))'));
  it("keeps bold and italics", () =>
    check("<p><b>A</b><i>B</i></p>", 'paragraph(strong("A"), em("B"))'));
  it("takes what Google Docs calls bold as it looks", () =>
    check(
      '<b style="font-weight:normal"><p><span style="font-weight:700">A</span>b</p></b>',
      'paragraph(strong("A"), "b")',
    ));
  it("keeps a table", () =>
    check(
      "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td colspan=2>C</td></tr></table>",
      'table(tableRow(tableHeader(paragraph("A")), tableHeader(paragraph("B"))), ' +
        'tableRow(tableCell(paragraph("C"))))',
    ));
  it("leaves out what is not copy", () =>
    check(
      "<p>A</p><script>1</script><style>2</style><svg><text>3</text></svg><iframe>4</iframe>" +
        "<select><option>5</option></select><button>6</button>",
      'paragraph("A")',
    ));
  it("takes no picture and no foreign figure", () =>
    check(
      '<figure><img src="https://example.org/x.png" onerror="x()"><figcaption>A</figcaption></figure>',
      'paragraph("A")',
    ));
  it("takes no part of the furniture", () =>
    check('<div class="field headline">A</div>', 'paragraph("A")'));
  it.each(["javascript:x()", " java\tscript:x()", "data:text/html,x", "vbscript:x", "//x", "/x"])(
    "makes no link to %j",
    (href) => check(`<p><a href="${href}">A</a></p>`, 'paragraph("A")'),
  );
  it("keeps a link to the web", () =>
    check('<p><a href="https://example.org">A</a></p>', 'paragraph(link("A"))'));
});

describe("addresses", () => {
  it("may be http, https and mailto", () => {
    expect(safeAddress(" https://example.org/a ")).toBe("https://example.org/a");
    expect(safeAddress("mailto:a@example.org")).toBe("mailto:a@example.org");
    expect(safeAddress("HTTPS://EXAMPLE.ORG")).toBe("HTTPS://EXAMPLE.ORG");
    expect(safeAddress("tel:1")).toBeNull();
    expect(safeAddress("https://")).toBeNull();
  });

  it("are completed when typed", () => {
    expect(typedAddress("example.org/a")).toBe("https://example.org/a");
    expect(typedAddress("a@example.org")).toBe("mailto:a@example.org");
    expect(typedAddress("javascript:x")).toBeNull();
    expect(typedAddress("nonsense")).toBeNull();
  });
});

describe("control characters", () => {
  it("go, and half a surrogate pair stays", () => {
    expect(clean("a\u0000\u0008b\tc\nd\u007f\ud800")).toBe("ab\tc\nd\ud800");
  });
});
