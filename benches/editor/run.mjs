/**
 * Prints what typing, opening and starting cost beside the peers, as ratios of one run.
 *
 * Started by main.rs, which answers for the desk: one JSON object a line on its side of the pipe, so
 * the tables go to stderr. `ONLY=chromium`, `webkit`, `open` or `start` measures one part.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { build } from "esbuild";
import { typeInChromium } from "./chromium.mjs";
import { measureOpening, measureStart, typeInWebKit } from "./webkit.mjs";

const here = import.meta.dirname;
const [folder, cutline, bare] = process.argv.slice(2);
const only = process.env.ONLY;
const wants = (part) => !only || only.split(",").includes(part);

/** Asks the desk; also hands on what it tells unasked. */
export class Bridge {
  #waiting = new Map();
  #count = 0;
  hear = () => {};

  constructor() {
    createInterface({ input: process.stdin }).on("line", (line) => {
      const said = JSON.parse(line);
      if (said.event) return this.hear(said.event);
      this.#waiting.get(said.id)?.(said);
      this.#waiting.delete(said.id);
    });
  }

  ask(question) {
    const id = ++this.#count;
    const answer = new Promise((answered) => this.#waiting.set(id, answered));
    process.stdout.write(`${JSON.stringify({ id, ...question })}\n`);
    return answer;
  }

  async act(action, request) {
    const { reply, failure } = await this.ask({ act: action, request });
    if (failure) throw new Error(failure.message);
    return reply;
  }

  async photo(id) {
    return Buffer.from((await this.ask({ photo: id })).jpeg, "hex");
  }

  /** Lets the desk go, so that a window can hold it. */
  close() {
    process.stdout.write('{"close":true}\n');
  }
}

/** The story as the peers show it: the same text, the same pictures. */
function blocksOf(story) {
  const sizes = new Map(story.photos.map((photo) => [photo.id, photo]));
  const body = JSON.parse(story.document).doc.content.find(({ type }) => type === "body").content;
  const text = (node) => (node.content ?? []).map((child) => child.text ?? text(child)).join("");
  return body.flatMap((node) => {
    if (node.type === "crosshead") return [{ type: "heading", text: text(node) }];
    if (node.type !== "figure") return [{ type: "paragraph", text: text(node) }];
    const { photoId } = node.attrs;
    const { widthPx, heightPx } = sizes.get(photoId);
    const picture = { type: "picture", src: `pictures/${photoId}.jpg`, width: widthPx, height: heightPx };
    return [picture, { type: "paragraph", text: text(node) }];
  });
}

/** Lays the peers' pages down: an editor each, the stories, the pictures. */
async function makePeers(bridge, stories) {
  const place = join(folder, "peers");
  mkdirSync(join(place, "pictures"), { recursive: true });
  for (const editor of ["bare", "lexical"]) {
    const outfile = join(place, `${editor}.js`);
    await build({ entryPoints: [join(here, `${editor}.js`)], outfile, bundle: true, minify: true });
    const page = readFileSync(join(here, "page.html"), "utf8").replace("EDITOR", editor);
    writeFileSync(join(place, `${editor}.html`), page);
  }
  writeFileSync(join(place, "index.html"), readFileSync(join(place, "bare.html")));
  for (const { words, story } of stories) {
    writeFileSync(join(place, `${words}.json`), JSON.stringify(blocksOf(story)));
    for (const { id } of story.photos) {
      writeFileSync(join(place, "pictures", `${id}.jpg`), await bridge.photo(id));
    }
  }
  return place;
}

const every = { filter: "", state: null, spiked: false, flag: null, sort: "changed", skip: 0, most: 0 };
const bridge = new Bridge();
const rows = await bridge.act("stories", every);
const stories = [];
for (const row of rows) {
  const words = Number(/Story of (\d+) words/.exec(row.headline)?.[1]);
  stories.push({ words, headline: row.headline, story: await bridge.act("story", { storyId: row.id }) });
}
stories.sort((one, other) => one.words - other.words);
const peers = await makePeers(bridge, stories);
const typed = stories.filter(({ words }) => words !== 20_000);
let held = true;
if (wants("chromium")) held = (await typeInChromium(bridge, typed, peers)) && held;
bridge.close();
const windows = { folder, cutline, bare, peers };
if (wants("webkit")) held = (await typeInWebKit(windows, typed)) && held;
if (wants("open")) {
  const [long, short] = [20_000, 1_000].map((wanted) => stories.find(({ words }) => words === wanted));
  held = (await measureOpening(windows, long, short)) && held;
}
if (wants("start")) held = (await measureStart(windows)) && held;
process.exit(held ? 0 : 1);
