/** The themes that pages can stand in, as they were last read. */
import { act, type Stop } from "../desk";
import type { PageTheme } from "../desk/contract";
import { onChanged } from "./changes";

class Themes {
  now = $state.raw<PageTheme[]>([]);

  async read(): Promise<void> {
    this.now = await act("themes", {});
  }

  /** Reads them again when one came or went, for as long as somebody looks at them. */
  follow(): Stop {
    return onChanged((changed) => {
      if (changed.some(({ what }) => what === "themes")) void this.read();
    });
  }

  /** What a theme is called on screen. */
  title(name: string): string {
    return this.now.find((theme) => theme.name === name)?.title ?? name;
  }

  /** Whether its files lie in the desk, where somebody may be writing them. */
  isOwn(name: string): boolean {
    return this.now.some((theme) => theme.name === name && !theme.ships);
  }
}

export const themes = new Themes();
