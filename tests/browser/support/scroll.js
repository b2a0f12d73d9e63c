// Scrolls through the page and every frame in it until all pictures are there, and says how much has
// moved that nobody touched (<https://wicg.github.io/layout-instability/>).
const done = arguments[arguments.length - 1];
const next = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
(async () => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  for (const img of document.querySelectorAll("img")) {
    img.scrollIntoView({ block: "center", inline: "center" });
    await next();
    if (!img.complete) await new Promise((go) => img.addEventListener("load", go, { once: true }));
    await next();
  }
  window.scrollTo(0, document.body.scrollHeight);
  await next();
  done(moved);
})();
