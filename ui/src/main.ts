import { beginLooks } from "./panels/looks";
import { askAhead } from "./panels/opening";

/** Whoever waits longer for the desk shall see at least the window. */
const PATIENCE_MS = 150;

const answers = askAhead();
beginLooks();
const [{ show }] = await Promise.all([import("./show"), sheetsRead().then(lettersRead), answered()]);
await show();

/** With the answers the window is drawn once, and not first empty. */
function answered(): Promise<unknown> {
  return Promise.race([answers, new Promise((turn) => setTimeout(turn, PATIENCE_MS))]);
}

/** Drawn in other letters first, everything would be measured twice, and jump. */
async function lettersRead(): Promise<void> {
  const faces = ["Inter Variable", "Source Serif 4 Variable"];
  await Promise.allSettled(faces.map((face) => document.fonts.load(`1em "${face}"`)));
}

/** The sheets stand at the end of the page (vite.config.ts). One that cannot be read is done without. */
async function sheetsRead(): Promise<void> {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  const read = sheets.map((sheet) => {
    const done = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
    return sheet.sheet ? null : done;
  });
  await Promise.all(read);
}
