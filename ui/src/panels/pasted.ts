/** Tells whether a paste is of pictures, which the window's shell reads, or of copy. */

const FILE_ADDRESSES = /^(?:file:\/\/\S+\s*)+$/;

/** What is asked of a clipboard; `DataTransfer` has it. */
export interface Clipboard {
  types: readonly string[];
  getData(type: string): string;
}

/** Whether nothing but pictures or files was copied: then there are no words to paste. */
export function holdsOnlyPictures(clipboard: Clipboard): boolean {
  const html = clipboard.getData("text/html").trim();
  if (html !== "") return isOnePicture(html);
  if (FILE_ADDRESSES.test(clipboard.getData("text/uri-list"))) return true;
  return clipboard.types.includes("Files") || clipboard.getData("text/plain") === "";
}

/** A browser copies a picture together with the markup that showed it. */
function isOnePicture(html: string): boolean {
  // An inert document: nothing in it is fetched and nothing runs.
  const page = new DOMParser().parseFromString(html, "text/html");
  return page.body.textContent.trim() === "" && page.querySelectorAll("img").length > 0;
}
