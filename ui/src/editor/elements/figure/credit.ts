/** The printed credit under a photo, and the copy's word where it differs. */

import type { Photo } from "../../../desk/contract";
import { editorWords } from "../../../messages/editor";
import { button, piece } from "../../dom";

/** The credit as it prints. What stands after the prefix is what a click changes. */
export function creditPiece(photo: Photo, click: () => void): HTMLElement {
  const line = photo.printsAs.line;
  if (line === null) {
    const missing = button("credit-missing", editorWords.noCredit, click);
    missing.title = editorWords.noCreditAdvice;
    return piece("div", "credit", missing);
  }
  const [prefix, names] = splitPrefix(line);
  const named = button("credit-names", names, click);
  if (photo.printsAs.note) named.title = photo.printsAs.note;
  return piece("div", "credit", prefix, named);
}

/** Both credits, and the choice between them. `null`: there is nothing to choose. */
export function creditChoice(
  photo: Photo,
  wantedCredit: string | null,
  choose: (use: "copy" | "file") => void,
): HTMLElement | null {
  if (wantedCredit === null || names(photo.printsAs.line, wantedCredit)) return null;
  const line = photo.printsAs.line;
  const said =
    line === null
      ? editorWords.copyOnly(wantedCredit)
      : editorWords.copyDiffers(wantedCredit, splitPrefix(line)[1]);
  return piece(
    "div",
    "credit-choice",
    piece("span", "credit-said", said),
    button("story-button", editorWords.keepFile, () => choose("file")),
    button("story-button", editorWords.useCopy, () => choose("copy")),
  );
}

/** Whether the printed line already names all that the copy named. */
export function names(line: string | null, wanted: string): boolean {
  if (line === null) return false;
  const printed = new Set(parties(splitPrefix(line)[1]));
  return parties(wanted).every((party) => printed.has(party));
}

function parties(credit: string): string[] {
  return credit
    .toLocaleLowerCase()
    .split("/")
    .map((party) => party.trim())
    .filter((party) => party !== "");
}

function splitPrefix(line: string): [string, string] {
  const at = line.indexOf(": ");
  return at < 0 ? ["", line] : [line.slice(0, at + 2), line.slice(at + 2)];
}
