import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor, type PhotoChange } from "../../editor";
import { figure, photo, story, storyJson, withoutLayout } from "../../editor/testing";
import { session } from "../session.svelte";
import CaptionDesk from "./CaptionDesk.svelte";
import { StorySheet } from "./storySheet.svelte";

withoutLayout();
Element.prototype.scrollIntoView = () => {};

const photos = ["a", "b", "c"].map((id) => photo(id));

describe("the caption desk of a story", () => {
  let editor: Editor;
  let desk: ReturnType<typeof mount>;
  const asked: PhotoChange[] = [];

  beforeEach(async () => {
    asked.length = 0;
    const place = document.body.appendChild(document.createElement("div"));
    editor = createEditor({
      place,
      photoAddress: (id) => id,
      applyFacts: (change) => {
        asked.push(change);
        return Promise.resolve(photo(change.photoId));
      },
      onChange: (change) => session.edited(change),
      onWantPhoto: () => {},
      onCreditClick: () => {},
      onFrame: () => {},
      onFindingClick: () => {},
      askLink: () => Promise.resolve(null),
      openLink: () => {},
      readHtml: () => Promise.reject(new Error("nothing is pasted here")),
      onPasted: () => {},
    });
    session.editor = editor;
    const body = ["b", "c"].map((photoId) => figure({ photoId }));
    session.open(story(storyJson({ lead: figure({ photoId: "a" }), body }), photos));
    desk = mount(CaptionDesk, { target: document.body, props: { sheet: new StorySheet() } });
    await settled();
  });

  afterEach(async () => {
    await unmount(desk);
    session.close();
    session.editor = null;
    editor.destroy();
    document.body.replaceChildren();
  });

  async function settled() {
    flushSync();
    await tick();
    await tick();
  }

  function cell(row: number, column: number): HTMLElement {
    const found = document.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (!found) throw new Error(`no cell ${row}, ${column}`);
    return found;
  }

  async function press(key: string, held: Partial<KeyboardEventInit> = {}) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
    await settled();
  }

  async function type(text: string) {
    const box = document.activeElement as HTMLTextAreaElement;
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await settled();
  }

  async function paste(text: string) {
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => text } });
    document.activeElement?.dispatchEvent(event);
    await settled();
  }

  const captions = () => editor.figures().map(({ caption }) => caption);
  const alts = () => editor.figures().map(({ altText }) => altText);
  const status = () => document.querySelector('.captions > [role="status"]')?.textContent;

  it("is a grid with a row for each photo, and the hand on the first caption", () => {
    expect(document.querySelector('[role="grid"]')?.getAttribute("aria-rowcount")).toBe("4");
    expect(document.querySelectorAll('[role="row"][data-line]')).toHaveLength(3);
    expect(document.activeElement).toBe(cell(0, 0));
  });

  it("writes a caption with Enter", async () => {
    await press("Enter");
    await type("Crowds wait");
    await press("Enter");
    expect(captions()).toEqual(["Crowds wait", null, null]);
    expect(document.activeElement).toBe(cell(0, 0));
  });

  it("leaves it as it was with Escape", async () => {
    await press("F2");
    await type("Crowds wait");
    await press("Escape");
    expect(captions()).toEqual([null, null, null]);
    expect(document.querySelector(".captions")).not.toBeNull();
  });

  it("goes from caption to credit to alt text to the next photo, cells open", async () => {
    await press("Enter");
    for (const text of ["Cap", "AFP", "Alt", "Next"]) {
      await type(text);
      await press("Tab");
    }
    await press("Escape");
    expect(captions()).toEqual(["Cap", "Next", null]);
    expect(alts()).toEqual(["Alt", null, null]);
    expect(asked).toEqual([{ what: "fact", photoId: "a", field: "creditLine", value: "AFP" }]);
    expect(document.activeElement).toBe(cell(1, 2));
  });

  it("goes to the same cell of the next photo with Control and Enter", async () => {
    await press("Enter");
    await type("One");
    await press("Enter", { ctrlKey: true });
    await type("Two");
    await press("Enter", { ctrlKey: true });
    expect(captions()).toEqual(["One", "Two", null]);
  });

  it("takes a pasted column as one step, and has it back", async () => {
    await paste("One\nTwo\nThree\n");
    expect(captions()).toEqual(["One", "Two", "Three"]);
    await press("z", { ctrlKey: true });
    expect(captions()).toEqual([null, null, null]);
    await press("z", { ctrlKey: true });
    expect(status()).toBe("Nothing to take back here");
    await press("y", { ctrlKey: true });
    expect(captions()).toEqual(["One", "Two", "Three"]);
  });

  it("moves a photo with its words", async () => {
    await paste("One\nTwo\nThree");
    await press("ArrowDown", { altKey: true });
    expect(editor.figures().map(({ photoId }) => photoId)).toEqual(["b", "a", "c"]);
    expect(captions()).toEqual(["Two", "One", "Three"]);
    expect(status()).toBe("Now number 2 of 3");
    expect(document.activeElement).toBe(cell(1, 0));
  });

  it("chooses rows with the keyboard", async () => {
    await press("ArrowDown", { shiftKey: true });
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(2);
    await press("a", { ctrlKey: true });
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(3);
  });

  it("begins a cell anew when somebody types", async () => {
    await press("X");
    expect((document.activeElement as HTMLTextAreaElement).value).toBe("X");
  });
});
