/**
 * A passage that is copied from a stopped story says so at its head and foot: EMBARGOED UNTIL … It goes
 * to mails and other systems with these lines, and comes back into this window without them.
 */

/** What marks a line of the banner in HTML. */
const MARK = "data-cutline-stop";
const MARKED = new RegExp(`<p\\b[^>]*\\b${MARK}\\b[^>]*>[\\s\\S]*?</p>`, "gi");

/** Longer HTML is not looked through; it is not pasted either. */
const MAX_HTML = 10_000_000;

export interface Copied {
  html: string;
  text: string;
}

/** The banner of what was copied last, as it stands in plain text. */
let last: string | null = null;

/** What was copied, between the lines of the banner. */
export function withBanner({ html, text }: Copied, lines: string[]): Copied {
  last = lines.join("\n");
  const marked = lines.map(paragraph).join("");
  return {
    html: html === "" ? "" : marked + html + marked,
    text: `${last}\n\n${text}\n\n${last}`,
  };
}

/** Nothing holds the story that was copied from. */
export function forgetBanner(): void {
  last = null;
}

function paragraph(line: string): string {
  const element = document.createElement("p");
  element.setAttribute(MARK, "");
  element.append(Object.assign(document.createElement("strong"), { textContent: line }));
  return element.outerHTML;
}

export function withoutBannerHtml(html: string): string {
  return html.length > MAX_HTML || !html.includes(MARK) ? html : html.replace(MARKED, "");
}

export function withoutBannerText(text: string): string {
  if (last === null) return text;
  const even = text.replace(/\r\n?/g, "\n");
  const [head, foot] = [`${last}\n\n`, `\n\n${last}`];
  const between = even.startsWith(head) && even.endsWith(foot) && even.length >= head.length + foot.length;
  return between ? even.slice(head.length, -foot.length) : text;
}
