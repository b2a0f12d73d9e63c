/** Files dragged from outside: copy is imported, everything else is taken as photos. */
import { onFileDrag, type Point, type Stop } from "../desk";
import { desk } from "./desk.svelte";
import { intake } from "./intake.svelte";
import { session } from "./session.svelte";
import { importCopy, newStory } from "./stories";

const COPY = /\.(txt|text|md|markdown)$/i;

class Drops {
  /** Files are over the window. */
  over = $state(false);

  follow(): Stop {
    return onFileDrag((drag) => {
      this.over = drag.what === "over";
      if (drag.what === "drop") void this.#take(drag.paths, drag.at);
    });
  }

  async #take(paths: string[], at: Point): Promise<void> {
    if (desk.readOnly) return;
    const copy = paths.filter((path) => COPY.test(path));
    const photos = paths.filter((path) => !COPY.test(path));
    for (const path of copy) await importCopy({ from: "file", path });
    if (photos.length === 0) return;
    if (!session.story) await newStory();
    // A story that was imported a moment ago lies where the pointer was by chance only.
    const place = copy.length === 0 ? session.editor?.placeAt(at.x, at.y) : undefined;
    await intake.add(photos, place ?? { what: "lead" });
  }
}

export const drops = new Drops();
