// What is wrong with the page on paper, in sentences.
const found = [];
const style = (element, part) => getComputedStyle(element, part);
if (style(document.querySelector(".skip")).display !== "none") found.push("the skip link prints");
const size = parseFloat(style(document.body).fontSize);
if (Math.abs(size - (11 * 96) / 72) > 0.1) found.push(`the text is ${size}px`);
for (const text of document.querySelectorAll("h1, p, li, figcaption, small, a, td, th")) {
  if (style(text).color !== "rgb(0, 0, 0)") found.push(`${text.tagName} is ${style(text).color}`);
}
for (const link of document.querySelectorAll(".e-content a")) {
  const printed = style(link, "::after").content;
  if (!printed.includes(link.getAttribute("href"))) found.push(`a link prints as ${printed}`);
}
for (const figure of document.querySelectorAll("figure")) {
  if (style(figure).breakInside !== "avoid") found.push("a figure may be torn in two");
}
for (const frame of document.querySelectorAll(".table, .slides")) {
  if (style(frame).overflowX !== "visible") found.push("a frame hides what it would scroll to");
}
return found;
