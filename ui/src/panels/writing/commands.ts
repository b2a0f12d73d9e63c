import { say } from "../../messages";
import { captions } from "../captions/captions.svelte";
import type { Command } from "../commands";
import { find } from "../find/find.svelte";
import { session } from "../session.svelte";
import { writing } from "./writing.svelte";

const words = say.writing.commands;

/** Looking for words, going to what is to come, and what the page shows while somebody writes. */
export function writingCommands(): Command[] {
  const group = "writing";
  const shown = () => session.story !== null && captions.sheet === null;
  const writable = () => shown() && !session.readOnly;
  const found = () => shown() && find.open && find.found.matches.length > 0;
  return [
    { id: "writing.find", name: words.find, keys: "Mod-f", group, enabled: shown, run: () => find.show(false) },
    { id: "writing.replace", name: words.replace, keys: "Mod-h", group, enabled: writable, run: () => find.show(true) },
    { id: "writing.nextMatch", name: words.nextMatch, keys: ["F3", "Mod-g"], group, enabled: found, run: () => find.step(1) },
    {
      id: "writing.matchBefore",
      name: words.matchBefore,
      keys: ["Shift-F3", "Mod-Shift-g"],
      group,
      enabled: found,
      run: () => find.step(-1),
    },
    { id: "writing.nextTk", name: words.nextTk, keys: "F9", group, enabled: shown, run: () => session.editor?.nextTk(1) },
    {
      id: "writing.tkBefore",
      name: words.tkBefore,
      keys: "Shift-F9",
      group,
      enabled: shown,
      run: () => session.editor?.nextTk(-1),
    },
    {
      id: "writing.fixQuotes",
      name: words.fixQuotes,
      keys: "Mod-Alt-q",
      group,
      enabled: writable,
      run: () => session.editor?.fixQuotes(),
    },
    {
      id: "writing.moreHeadlines",
      name: words.moreHeadlines,
      keys: "Mod-Shift-h",
      group,
      enabled: shown,
      run: () => session.editor?.toggleHeadlines(),
    },
    ...views(shown),
  ];
}

/** What can be shown and hidden. */
function views(enabled: () => boolean): Command[] {
  const group = "looks";
  return [
    {
      id: "writing.invisibles",
      name: writing.invisibles ? words.hideInvisibles : words.invisibles,
      keys: "Mod-F10",
      group,
      enabled,
      run: () => writing.toggleInvisibles(),
    },
    {
      id: "writing.focusMode",
      name: writing.focusMode ? words.leaveFocusMode : words.focusMode,
      keys: "Mod-Shift-f",
      group,
      enabled,
      run: () => writing.toggleFocusMode(),
    },
    {
      id: "writing.outline",
      name: writing.outline ? words.hideOutline : words.outline,
      keys: "Mod-Shift-o",
      group,
      enabled,
      run: () => writing.toggleOutline(),
    },
  ];
}
