/** What the editor's keys do, for the palette and the sheet of shortcuts. */

export const editorKeyWords = {
  undo: "Undo",
  redo: "Do again",
  strong: "Bold",
  emphasis: "Italic",
  link: "Link on the selected words",
  selectField: "Select all of this field",
  paragraph: "Paragraph",
  crosshead: "Crosshead",
  smallCrosshead: "Smaller crosshead",
  quote: "Quote",
  pullQuote: "Pull quote",
  blockUp: "Move this block up",
  blockDown: "Move this block down",
  enter: "New paragraph; on a line, the next one; on a picture, crop and cover",
  lineBreak: "New line in the same paragraph",
  nextField: "Next field; in a list, one level in",
  fieldBefore: "Field before; in a list, one level out",
} as const;
