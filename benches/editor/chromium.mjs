/**
 * Typing in Chromium as Gutenberg measures it: per key the time in which the page's main thread
 * handles keydown, keypress and keyup, from a trace of the browser.
 *
 * Cutline's side is the page of the released build, whole: its list, checks, saves, previews and
 * spelling, against the desk that main.rs holds.
 */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { check, quantile, say } from "./tables.mjs";

/** Words as they come, so that lines break as they do. */
const KEYS = "the council meets again to vote on the harbour and the budget";
const ROUNDS = 3;
const PAUSE_MS = 40;
const dist = join(import.meta.dirname, "../../ui/dist");
// The page asks for previews over http only where the web view has no schemes of its own.
const AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

export async function typeInChromium(bridge, stories, peers) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const runs = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const story of stories) {
      runs.push({ who: "cutline", story, ...(await keys(browser, (page) => openCutline(page, bridge, story))) });
      await restore(bridge, story);
      for (const who of ["bare", "lexical"]) {
        runs.push({ who, story, ...(await keys(browser, (page) => openPeer(page, peers, who, story))) });
      }
    }
  }
  await browser.close();
  return table(stories, runs);
}

function table(stories, runs) {
  say("\nTyping in Chromium: milliseconds a key on the main thread, p50 (p95); to the next frame");
  say("words     Cutline            bare ProseMirror   Lexical            Cutline / ProseMirror");
  let held = true;
  const of = (who, story, what) =>
    runs.filter((run) => run.who === who && run.story === story).flatMap((run) => run[what]);
  for (const story of stories) {
    const cell = (who) => {
      const [times, frames] = [of(who, story, "times"), of(who, story, "frames")];
      const text = `${quantile(times, 0.5).toFixed(1)} (${quantile(times, 0.95).toFixed(1)}); ${quantile(frames, 0.5).toFixed(1)}`;
      return text.padEnd(19);
    };
    const ratio = quantile(of("cutline", story, "times"), 0.5) / quantile(of("bare", story, "times"), 0.5);
    say(`${String(story.words).padEnd(10)}${cell("cutline")}${cell("bare")}${cell("lexical")}${ratio.toFixed(2)}`);
    held = check(`${story.words} words beside bare ProseMirror`, ratio, 1.3) && held;
  }
  const p95 = quantile(of("cutline", stories.find(({ words }) => words === 10_000), "times"), 0.95);
  return check("10000 words, p95", p95, 16, " ms") && held;
}

/** Types in a new page and answers with the times of each key. */
async function keys(browser, open) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, userAgent: AGENT });
  const page = await context.newPage();
  await open(page);
  await page.evaluate(placeCaret);
  await page.waitForTimeout(800);
  await page.evaluate(watchFrames);
  for (const key of "first ") await type(page, key);
  await page.evaluate(() => (window.frames2.length = 0));
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  for (const key of KEYS) await type(page, key);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const typed = await page.evaluate((keys) => document.querySelector("#editor, .ProseMirror").textContent.includes(keys), KEYS);
  if (!typed) throw new Error("the keys did not reach the text");
  const frames = await page.evaluate(() => window.frames2);
  await context.close();
  return { times: perKey(traceEvents), frames };
}

async function type(page, key) {
  await page.keyboard.press(key);
  await page.waitForTimeout(PAUSE_MS);
}

function perKey(events) {
  const of = (type) =>
    events
      .filter((event) => event.name === "EventDispatch" && event.args?.data?.type === type && event.dur)
      .map((event) => event.dur / 1000);
  const [down, press, up] = [of("keydown"), of("keypress"), of("keyup")];
  return press.map((time, key) => time + (down[key] ?? 0) + (up[key] ?? 0));
}

/** In the page: the caret into a paragraph in the middle. */
function placeCaret() {
  const root = document.querySelector(".ProseMirror") ?? document.querySelector("#editor");
  const paragraphs = [...root.querySelectorAll("p")].filter((one) => one.textContent.length > 100);
  const middle = paragraphs[paragraphs.length >> 1];
  middle.scrollIntoView({ block: "center" });
  root.focus();
  const text = document.createTreeWalker(middle, NodeFilter.SHOW_TEXT).nextNode();
  getSelection().collapse(text, 20);
}

/** In the page: from each key to the frame after it. */
function watchFrames() {
  window.frames2 = [];
  addEventListener(
    "keydown",
    () => {
      const begun = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.frames2.push(performance.now() - begun);
      requestAnimationFrame(() => port2.postMessage(0));
    },
    true,
  );
}

async function openPeer(page, peers, who, story) {
  await page.route("http://peer.bench/**", (route) => serve(route, peers));
  await page.goto(`http://peer.bench/${who}.html`);
  await page.evaluate(async (words) => {
    window.show(await (await fetch(`${words}.json`)).json());
  }, story.words);
}

function serve(route, folder) {
  const path = new URL(route.request().url()).pathname;
  const file = join(folder, path === "/" ? "index.html" : path);
  const contentType = KINDS[extname(file)] ?? "application/octet-stream";
  try {
    return route.fulfill({ body: readFileSync(file), contentType });
  } catch {
    return route.fulfill({ status: 404 });
  }
}

async function openCutline(page, bridge, story) {
  await page.route("http://tauri.localhost/**", (route) => serve(route, dist));
  await page.route("http://photo.localhost/**", async (route) => {
    const id = new URL(route.request().url()).pathname.slice(1);
    await route.fulfill({ body: await bridge.photo(id), contentType: "image/jpeg" });
  });
  await page.exposeFunction("askDesk", async (question) => JSON.stringify(await answer(bridge, JSON.parse(question))));
  await page.addInitScript(asTheShell);
  bridge.hear = (event) => void page.evaluate((told) => window.tellPage?.(told), event).catch(() => {});
  await page.goto("http://tauri.localhost/");
  await page.locator("[data-row]", { hasText: story.headline }).first().click();
  await page.waitForFunction((words) => document.querySelector(".ProseMirror")?.textContent.includes(`Story of ${words} words`), story.words);
  await page.waitForTimeout(500);
}

/** Puts the story back as it was: what one run typed must not be in the way of the next. */
async function restore(bridge, { story }) {
  // The page's last save may still be on its way.
  await new Promise((turn) => setTimeout(turn, 1500));
  const { revision } = await bridge.act("story", { storyId: story.id });
  await bridge.act("save_draft", { storyId: story.id, basedOn: revision, document: story.document });
}

/** What the shell would do itself is answered as a machine that has nothing of it. */
const SHELL = { write_in: { dictionary: null }, clipboard_html: null, may_close: {} };

async function answer(bridge, { action, request }) {
  if (action in SHELL) return { reply: SHELL[action] };
  return bridge.ask({ act: action, request });
}

/** In the page, before its scripts: the bridge that Tauri would lay. */
function asTheShell() {
  const callbacks = new Map();
  const listeners = [];
  let count = 0;
  window.tellPage = (payload) => {
    for (const { event, handler } of listeners) {
      if (event === "desk") callbacks.get(handler)?.({ event, id: handler, payload });
    }
  };
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener() {} };
  window.__TAURI_INTERNALS__ = {
    metadata: { currentWindow: { label: "main" }, currentWebview: { label: "main", windowLabel: "main" } },
    transformCallback(callback) {
      callbacks.set(++count, callback);
      return count;
    },
    unregisterCallback: (id) => callbacks.delete(id),
    convertFileSrc: (path) => path,
    async invoke(command, request) {
      if (command === "plugin:event|listen") listeners.push(request);
      if (command !== "act") return listeners.length;
      const { reply, failure } = JSON.parse(await window.askDesk(JSON.stringify(request)));
      if (failure) throw failure;
      return reply;
    },
  };
}
