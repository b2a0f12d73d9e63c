// What stands where it should not, in sentences.
const found = [];
const scrolls = ".table, .slides";
const wide = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > wide) {
  found.push(`the page is ${document.documentElement.scrollWidth} wide`);
}

// Nothing leaves the window but what stands in a frame that scrolls.
for (const element of document.querySelectorAll("body *:not(.skip)")) {
  const box = element.getBoundingClientRect();
  const outside = box.width > 0 && (box.left < -0.5 || box.right > wide + 0.5);
  if (outside && !element.parentElement.closest(scrolls)) {
    found.push(`${element.tagName} .${element.className} from ${box.left} to ${box.right}`);
  }
}

// Whatever follows stands below or beside.
for (const parent of document.querySelectorAll("body, main, article, header, div, aside, figure, blockquote")) {
  const shown = [...parent.children].filter((child) => child.matches(":not(.skip)") && child.offsetHeight > 0);
  for (let at = 1; at < shown.length; at++) {
    const [before, after] = [shown[at - 1].getBoundingClientRect(), shown[at].getBoundingClientRect()];
    const beside = after.left >= before.right - 1 || after.right <= before.left + 1;
    if (after.top < before.bottom - 1 && !beside && getComputedStyle(shown[at]).display !== "inline") {
      found.push(`${shown[at].tagName} .${shown[at].className} lies over the one before`);
    }
  }
}

// A line of running text is no longer than the eye follows: some 75 letters, 38rem.
const measure = Math.min(608, wide - 32);
for (const paragraph of document.querySelectorAll(".e-content > p")) {
  const width = paragraph.getBoundingClientRect().width;
  if (Math.abs(width - measure) > 1) found.push(`a paragraph is ${width} wide, not ${measure}`);
}

// Every picture keeps its shape, and its credit stands under it.
for (const img of document.querySelectorAll("img")) {
  const box = img.getBoundingClientRect();
  const shape = img.getAttribute("width") / img.getAttribute("height");
  const framed = getComputedStyle(img).objectFit === "contain";
  if (!framed && box.height > 40 && Math.abs(box.width / box.height / shape - 1) > 0.02) {
    found.push(`${img.src} is ${box.width} × ${box.height}`);
  }
  const credit = img.closest("figure")?.querySelector("figcaption small");
  if (!credit || credit.getBoundingClientRect().top < box.bottom) found.push(`${img.src} has no credit under it`);
}
return found;
