// What leaves the window, in sentences. For pages whose columns follow no simple order.
const found = [];
const wide = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > wide) {
  found.push(`the page is ${document.documentElement.scrollWidth} wide`);
}
for (const element of document.querySelectorAll("body *:not(.skip)")) {
  const outside = [...element.getClientRects()].some(
    (box) => box.width > 0 && (box.left < -0.5 || box.right > wide + 0.5),
  );
  if (outside && !element.closest(".table, .slides")) {
    found.push(`${element.tagName} .${element.className}`);
  }
}
for (const small of document.querySelectorAll("figcaption small")) {
  const box = small.getBoundingClientRect();
  if (box.width < 4 || box.height < 4) found.push(`the credit “${small.textContent}” is not seen`);
}
return found;
