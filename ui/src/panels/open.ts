/** Opens the desk: shows what it answered, and then whatever may wait until the window is shown. */
import { desk } from "./desk.svelte";
import { readLater } from "./later";
import { list } from "./list.svelte";
import { opening } from "./opening";
import { picture, whenPainted } from "./painted.svelte";
import { settings } from "./settings.svelte";
import { openLast } from "./stories";
import { zoom } from "./zoom.svelte";

export async function openDesk(): Promise<void> {
  try {
    await show();
  } finally {
    whenPainted(shown);
  }
}

// Nobody waits for anybody: the list paints with its first page while the last story opens.
async function show(): Promise<void> {
  const asked = opening();
  if (!(await desk.load(asked.about))) return;
  zoom.begin();
  await Promise.all([settings.read(asked.settings), list.start(asked.list), openLast(asked.last)]);
}

function shown(): void {
  if (picture.shown) return;
  picture.shown = true;
  void readLater();
}
