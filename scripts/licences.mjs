// Writes assets/licences.txt: every part that ships in Cutline, with its licence and that licence's
// text. Each text stands once, under the names of all parts that carry it word for word. Of a part that
// offers the MIT licence beside others, we take that.
//
//   node scripts/licences.mjs            (or: make licences)
//
// tests/licences.rs fails when a part that ships is not named in it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const RULE = "-".repeat(100);
const PROGRAMS = ["cutline", "cutline-cli"];
// Compiled into the page, though npm counts them among the tools. Their own tools are not.
const COMPILED_IN = ["svelte", "clsx", "esm-env"];

const parts = [...crates(), ...packages()].sort((one, other) => order(one.name, other.name));
writeFileSync(join(root, "assets/licences.txt"), text(parts));

function text(parts) {
  const list = parts.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const texts = new Map();
  for (const part of parts) {
    for (const text of part.texts) {
      const words = text.split(/\s+/).join(" ");
      const same = texts.get(words) ?? { text, carriers: [] };
      same.carriers.push(part);
      texts.set(words, same);
    }
  }
  const blocks = [...texts.values()].map(({ text, carriers }) => {
    const names = carriers.map(({ name, version }) => `${name} ${version}`);
    return `${RULE}\n${names.join(", ")}\n${RULE}\n\n${text}\n`;
  });
  return `The parts of Cutline\n\n${list.join("\n")}\n\n${blocks.join("\n")}`;
}

// What the two programs are linked from: without the tools that build and test them.
function crates() {
  const args = ["metadata", "--locked", "--format-version", "1"];
  const told = execFileSync("cargo", args, { cwd: root, maxBuffer: 1 << 28, encoding: "utf8" });
  const { packages, resolve } = JSON.parse(told);
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const byId = new Map(packages.map((one) => [one.id, one]));
  const shipped = new Set();
  const waiting = packages.filter(({ name, source }) => source === null && PROGRAMS.includes(name)).map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (shipped.has(id)) continue;
    shipped.add(id);
    const linked = nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null));
    waiting.push(...linked.map(({ pkg }) => pkg));
  }
  return [...shipped]
    .map((id) => byId.get(id))
    .filter(({ source }) => source !== null)
    .map(({ name, version, license, license_file, manifest_path }) => ({
      name,
      version,
      licence: license ?? `see ${license_file}`,
      texts: chosen(license ?? "", textsIn(dirname(manifest_path))),
    }));
}

function packages() {
  const { packages } = JSON.parse(readFileSync(join(root, "ui/package-lock.json"), "utf8"));
  const shipped = new Set();
  const waiting = [...Object.keys(packages[""].dependencies), ...COMPILED_IN];
  const isTool = (name) => packages[`node_modules/${name}`]?.dev === true;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const part = packages[`node_modules/${name}`];
    if (!part || shipped.has(name)) continue;
    shipped.add(name);
    waiting.push(...Object.keys(part.dependencies ?? {}).filter((other) => !isTool(other)));
  }
  return [...shipped].map((name) => {
    const { version, license } = packages[`node_modules/${name}`];
    return { name, version, licence: license ?? "no licence named", texts: textsIn(join(root, "ui/node_modules", name)) };
  });
}

function chosen(licence, texts) {
  const isMit = (text) => /permission is hereby granted, free of charge/i.test(text);
  return / OR /i.test(licence) && /\bMIT\b/.test(licence) && texts.some(isMit) ? texts.filter(isMit) : texts;
}

function textsIn(folder) {
  if (!existsSync(folder)) throw new Error(`${folder} is not there: run scripts/setup.sh window first`);
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice|copyright)/i.test(entry.name))
    .map(({ name }) => name)
    .sort(order);
  const texts = files.map((file) => tidied(readFileSync(join(folder, file), "utf8")));
  return [...new Set(texts.filter((text) => text !== ""))];
}

/** Line ends and outer blanks differ where the words do not. */
function tidied(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function order(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
