import type * as Keymaps from "prosemirror-keymap";
import { describe, expect, it, vi } from "vitest";
import { baseKeymap } from "prosemirror-commands";
import type { Command } from "prosemirror-state";
import { createEditor } from ".";
import { EDITOR_KEYS, UNTOLD } from "./keyTable";
import { block, story, storyJson, withoutLayout } from "./testing";
import type { Editor, EditorOptions } from "./types";

type Bindings = Record<string, Command>;
const maps = vi.hoisted(() => [] as Bindings[]);

// Every key map of every plugin passes here on its way into the editor.
vi.mock("prosemirror-keymap", async (original) => {
  const real = await original<typeof Keymaps>();
  const keymap = (bindings: Bindings) => {
    maps.push(bindings);
    return real.keymap(bindings);
  };
  return { ...real, keymap };
});

withoutLayout();

function open(document: string): Editor {
  const nothing = () => undefined;
  const options: EditorOptions = {
    place: globalThis.document.body.appendChild(globalThis.document.createElement("div")),
    photoAddress: () => "",
    applyFacts: () => Promise.reject(new Error("no photo here")),
    onChange: nothing,
    onWantPhoto: nothing,
    onCreditClick: nothing,
    onFrame: nothing,
    onFindingClick: nothing,
    askLink: () => Promise.resolve(null),
    openLink: nothing,
  };
  maps.length = 0;
  const editor = createEditor(options);
  editor.open(story(document), false);
  return editor;
}

/** The same keys by one name, in whatever order the modifiers stand. */
function plainly(keys: string): string {
  const parts = keys.split("-");
  const key = parts.pop() ?? "";
  return [...parts.sort(), key].join("-");
}

describe("the table of the editor's keys", () => {
  it("names every key that is bound, and none that is not", () => {
    open(storyJson({}));
    const bound = maps.filter((map) => map !== baseKeymap).flatMap((map) => Object.keys(map));
    const named = [...EDITOR_KEYS.flatMap(({ keys }) => keys), ...UNTOLD];
    expect(new Set(bound.map(plainly))).toEqual(new Set(named.map(plainly)));
  });

  it("names no key twice", () => {
    const named = EDITOR_KEYS.flatMap(({ keys }) => keys).map(plainly);
    expect(named).toEqual([...new Set(named)]);
  });

  it("does by name what its keys do", () => {
    const editor = open(storyJson({ headline: "Tram", body: [block("paragraph", "One")] }));
    editor.focus("body");
    expect(editor.press("Mod-Alt-2")).toBe(true);
    expect(editor.document()).toContain("crosshead");
    expect(editor.press("Mod-z")).toBe(true);
    expect(editor.document()).not.toContain("crosshead");
  });
});
