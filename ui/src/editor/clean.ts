/** Characters that no story may contain. They come by paste, drop and input methods. */

/* eslint-disable no-control-regex -- control characters are what is looked for */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/* eslint-enable no-control-regex */

/** `text` without control characters; tab and line ends stay. Half a surrogate pair stays too. */
export function clean(text: string): string {
  return text.replace(FORBIDDEN, "");
}

/** `text` on one line, for fields that have only one. */
export function cleanLine(text: string): string {
  return clean(text).replace(/[\t\r\n]+/g, " ");
}
