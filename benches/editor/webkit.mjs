/**
 * The real window against a bare one of the same build (`benches/bare`), both in WebKitGTK, in turn.
 *
 * Typing: the time of 300 keys, each from its keydown until the second frame after it, since that is
 * when a person sees it; WebKit's clock counts whole milliseconds, so only the sum is worth anything.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Windows } from "./driver.mjs";
import { check, median, say } from "./tables.mjs";

/** Words as they come, so that lines break as they do: 300 keys. */
const KEYS = "the council meets again to vote on the harbour and the budget ".repeat(5).slice(0, 300);
const ROUNDS = 2;
const STARTS = 7;
const PAUSE_MS = 1500;

export async function typeInWebKit(windows, stories) {
  say(`\nTyping in WebKitGTK: seconds for ${KEYS.length} keys, each until its second frame`);
  say("words     Cutline          bare ProseMirror  Cutline / ProseMirror");
  return together(async (display) => {
    let held = true;
    for (const story of stories) {
      const [ours, theirs] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(await typed(display, cutline(windows), (page) => showStory(page, story)));
        theirs.push(await typed(display, peer(windows), (page) => showPeer(page, story)));
      }
      const ratio = sum(ours) / sum(theirs);
      const cells = [ours, theirs].map((times) => times.map((ms) => (ms / 1000).toFixed(2)).join(", ").padEnd(17));
      say(`${String(story.words).padEnd(10)}${cells.join("")}${ratio.toFixed(2)}`);
      held = check(`${story.words} words beside bare ProseMirror`, ratio, 1.2) && held;
    }
    return held;
  });
}

/** A long story with many photos: until the caret takes a key, and the memory once all was seen. */
export async function measureOpening(windows, story, other) {
  say(`\nOpening ${story.words} words with ${story.story.photos.length} photos, until the caret takes a key`);
  return together(async (display) => {
    const [ours, theirs] = [[], []];
    for (let round = 0; round < 3; round++) {
      // The window opens the story that changed last by itself: another one is shown first.
      ours.push(await opened(display, cutline(windows), (page) => showStory(page, story), (page) => showStory(page, other)));
      theirs.push(await opened(display, peer(windows), (page) => showPeer(page, story)));
    }
    const memory = await scrolledThrough(display, windows, story);
    const empty = await empties(display, windows);
    const [mine, peers] = [median(ours), median(theirs)];
    say(`Cutline ${mine.toFixed(0)} ms, bare ProseMirror ${peers.toFixed(0)} ms`);
    say(`memory scrolled to the end: ${memory.toFixed(0)} MiB; the empty window ${empty.toFixed(0)} MiB`);
    const quick = check("opening beside bare ProseMirror", mine / peers, 1.5);
    return check("memory beside the empty window", memory / empty, 2.5) && quick;
  });
}

/** From exec until the list of 5,000 is painted and the last story takes a key. */
export async function measureStart(windows) {
  say("\nStarting with 5,000 stories: milliseconds from exec, medians");
  return together(async (display) => {
    const ours = { binary: windows.cutline, desk: join(windows.folder, "many") };
    const empty = { binary: windows.bare, args: [] };
    const runs = { ours: [], theirs: [] };
    for (let round = 0; round < STARTS; round++) {
      runs.ours.push(await started(display, ours, READY));
      runs.theirs.push(await started(display, empty, "return true"));
    }
    const of = (who, what) => median(runs[who].map((run) => run[what]));
    const row = (who) => `first paint ${of(who, "paint").toFixed(0)}, ready ${of(who, "ready").toFixed(0)}`;
    say(`Cutline: ${row("ours")}; empty window: ${row("theirs")}`);
    const paint = check("first paint beside the empty window", of("ours", "paint") / of("theirs", "paint"), 1.25);
    return check("ready beside the empty window", of("ours", "ready") / of("theirs", "ready"), 1.6) && paint;
  });
}

const cutline = ({ cutline, folder }) => ({ binary: cutline, desk: join(folder, "writing") });
const peer = ({ bare, peers }) => ({ binary: bare, args: [peers] });
const sum = (values) => values.reduce((total, value) => total + value, 0);

async function together(measure) {
  const display = await Windows.open();
  try {
    return await measure(display);
  } finally {
    display.close();
  }
}

/** On a copy of the desk: what one run typed must not be in the way of the next. */
async function inWindow(display, { binary, desk, args }, work) {
  const copy = desk && mkdtempSync(join(tmpdir(), "cutline-bench-desk-"));
  if (desk) cpSync(desk, copy, { recursive: true });
  const page = await display.start(binary, desk ? ["--desk", copy] : args);
  try {
    return await work(page);
  } finally {
    page.close();
    if (copy) rmSync(copy, { recursive: true, force: true });
  }
}

function typed(display, window, show) {
  return inWindow(display, window, async (page) => {
    await show(page);
    await page.run(PLACE_CARET);
    await new Promise((turn) => setTimeout(turn, PAUSE_MS));
    await page.run(WATCH);
    for (const key of "first ") await pressed(page, key);
    await page.run("window.total = 0");
    for (const key of KEYS) await pressed(page, key);
    const reached = await page.run(`return ${EDITOR}.textContent.includes(arguments[0])`, KEYS);
    if (!reached) throw new Error("the keys did not reach the text");
    return page.run("return window.total");
  });
}

/** Presses a key and waits until the second frame after it. */
async function pressed(page, key) {
  await page.press(key);
  await page.later("window.whenSeen(arguments[arguments.length - 1])");
}

const EDITOR = "document.querySelector('.ProseMirror')";

const PLACE_CARET = `
  const paragraphs = [...${EDITOR}.querySelectorAll("p")].filter((one) => one.textContent.length > 100);
  const middle = paragraphs[paragraphs.length >> 1];
  middle.scrollIntoView({ block: "center" });
  ${EDITOR}.focus();
  getSelection().collapse(document.createTreeWalker(middle, NodeFilter.SHOW_TEXT).nextNode(), 20);`;

/** Adds up, and tells when the last key was seen. */
const WATCH = `
  window.total = 0;
  let open = 0;
  let tell = null;
  window.whenSeen = (done) => { tell = done; if (open === 0) { tell(); tell = null; } };
  addEventListener("keydown", () => {
    const begun = performance.now();
    open++;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      window.total += performance.now() - begun;
      if (--open === 0 && tell) { tell(); tell = null; }
    }));
  }, true);`;

async function showStory(page, { headline }) {
  await page.until(`return document.querySelectorAll("[data-row]").length > 0 && ${EDITOR} !== null`);
  await page.run(
    `[...document.querySelectorAll("[data-row]")].find((row) => row.textContent.includes(arguments[0])).click()`,
    headline,
  );
  await page.until(`return ${EDITOR}.textContent.includes(arguments[0])`, headline);
}

async function showPeer(page, { words }) {
  await page.until("return typeof window.show === 'function'");
  await page.later(
    `const [words, done] = arguments;
     fetch(words + ".json").then((answer) => answer.json()).then((blocks) => { window.show(blocks); done(); });`,
    words,
  );
}

/** From the click or the call until a key that was pressed is seen in the text. */
function opened(display, window, show, before = () => undefined) {
  return inWindow(display, window, async (page) => {
    await page.until("return document.readyState === 'complete'");
    await before(page);
    await new Promise((turn) => setTimeout(turn, PAUSE_MS));
    const begun = performance.now();
    await show(page);
    await page.run(PLACE_CARET);
    await page.run(WATCH);
    await pressed(page, "x");
    return performance.now() - begun;
  });
}

function scrolledThrough(display, windows, story) {
  return inWindow(display, cutline(windows), async (page) => {
    await showStory(page, story);
    await page.later(
      `const done = arguments[arguments.length - 1];
       let place = ${EDITOR};
       while (place && !/auto|scroll/.test(getComputedStyle(place).overflowY)) place = place.parentElement;
       const step = () => {
         const before = place.scrollTop;
         place.scrollTop += 700;
         if (place.scrollTop === before) return done();
         requestAnimationFrame(() => requestAnimationFrame(step));
       };
       step();`,
    );
    await new Promise((turn) => setTimeout(turn, PAUSE_MS));
    return memory(page);
  });
}

function empties(display, { bare }) {
  return inWindow(display, { binary: bare, args: [] }, async (page) => {
    await new Promise((turn) => setTimeout(turn, PAUSE_MS));
    return memory(page);
  });
}

/** MiB of all processes, each shared page counted in its part. */
function memory(page) {
  const pss = (id) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))[1]);
  return sum(page.processes().map(pss)) / 1024;
}

/** The list shows rows, the editor holds the story that changed last, and the page has noted both. */
const READY = `
  const marks = performance.getEntriesByType("mark").filter(({ name }) => /^cutline:(list|story)$/.test(name));
  return marks.length === 2 && document.querySelectorAll("[data-row]").length > 0 &&
    ${EDITOR}?.textContent.includes("The last story")`;

function started(display, window, ready) {
  return inWindow(display, window, async (page) => {
    // Whoever asks the page while it starts is in its way.
    await new Promise((turn) => setTimeout(turn, 2 * PAUSE_MS));
    await page.until(ready);
    if (window.desk) await takesAKey(page);
    const [paint, painted, lists] = await page.until(`
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      const marks = performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("cutline:"));
      const last = Math.max(0, ...marks.map(({ startTime }) => startTime));
      return paint && [performance.timeOrigin + paint.startTime, performance.timeOrigin + last, marks.length]`);
    const begun = begunAt(page.processes()[0]);
    const seen = lists > 0 ? Math.max(paint, painted) : paint;
    return { paint: paint - begun, ready: seen - begun };
  });
}

async function takesAKey(page) {
  await page.run(PLACE_CARET);
  await page.press("x");
  await page.until(`return ${EDITOR}.textContent.includes("x")`);
}

/** When a process was started, in milliseconds of the day's clock. */
function begunAt(id) {
  const ticks = Number(readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" ")[19]);
  const boot = Number(/^btime (\d+)/m.exec(readFileSync("/proc/stat", "utf8"))[1]) * 1000;
  const uptime = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 1000;
  // The time of the boot is given in whole seconds; what has passed since is not.
  const exact = Math.abs(Date.now() - uptime - boot) < 2000 ? Date.now() - uptime : boot;
  return exact + ticks * 10;
}
