/**
 * A document as plain text, for the clipboard when a save fails. It reads the JSON as it finds it
 * and gives the JSON itself rather than nothing.
 */
interface Node {
  type?: string;
  text?: string;
  content?: Node[];
}

export function plainText(document: string): string {
  try {
    const { doc } = JSON.parse(document) as { doc?: Node };
    return doc ? blocks(doc).join("\n\n") : document;
  } catch {
    return document;
  }
}

function blocks(node: Node): string[] {
  const content = node.content ?? [];
  if (content.some(isInline)) {
    const line = content.map(inline).join("");
    return line.trim() === "" ? [] : [line];
  }
  return content.flatMap(blocks);
}

function isInline(node: Node): boolean {
  return node.type === "text" || node.type === "hardBreak";
}

function inline(node: Node): string {
  return node.type === "hardBreak" ? "\n" : (node.text ?? "");
}
