import { describe, expect, it } from "vitest";
import { readCells, writeCells } from "./tsv";

describe("cells from a spreadsheet", () => {
  const check = (text: string, expected: string[][]) => expect(readCells(text)).toEqual(expected);

  it("are divided by tabs and breaks", () => check("a\tb\nc\td", [["a", "b"], ["c", "d"]]));
  it("end with Windows's breaks too", () => check("a\r\nb\r\n", [["a"], ["b"]]));
  it("end with a lone carriage return too", () => check("a\rb", [["a"], ["b"]]));
  it("need no break at the end", () => check("a\nb", [["a"], ["b"]]));
  it("may be one", () => check("a caption", [["a caption"]]));
  it("may be empty", () => check("", [[""]]));
  it("may be empty among others", () => check("a\t\t\nb\t\tc", [["a", "", ""], ["b", "", "c"]]));
  it("keep an empty row inside", () => check("a\n\nb\n", [["a"], [""], ["b"]]));
  it("hold breaks in quotes", () => check('"a\nb"\tc', [["a\nb", "c"]]));
  it("hold tabs in quotes", () => check('"a\tb"\nc', [["a\tb"], ["c"]]));
  it("hold doubled quotes", () => check('"He said ""no"""\tb', [['He said "no"', "b"]]));
  it("hold nothing but a quote", () => check('""""', [['"']]));
  it("may be empty in quotes", () => check('""\tb', [["", "b"]]));
  it("keep a quote in their middle", () => check('6" gun\tb', [['6" gun', "b"]]));
  it("keep a quotation at their head", () => check('"No," he said\nb', [['"No," he said'], ["b"]]));
  it("keep a quote that nothing closes", () => check('"open\tb', [['"open', "b"]]));
  it("lose a byte order mark", () => check("\uFEFFa\tb", [["a", "b"]]));
  it("lose a null at the end", () => check("a\0", [["a"]]));
  it("keep what other scripts write", () => check("İSTANBUL\t東京", [["İSTANBUL", "東京"]]));
});

describe("cells for a spreadsheet", () => {
  it("are quoted where they must be", () =>
    expect(writeCells([["a", 'say "no"', "x\ty", "l\nm"]])).toBe(
      'a\t"say ""no"""\t"x\ty"\t"l\nm"',
    ));

  it("come back as they went", () => {
    const cells = [["a", '"', "\t", "\n"], ["", 'x"y', '"q" z', ""]];
    expect(readCells(writeCells(cells))).toEqual(cells);
  });
});
