/** A page to write on in tests: the editor's own state, keys and views, and a person at the keys. */

import { EditorState, NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { vi } from "vitest";
import type { Photo } from "../desk/contract";
import { Announcer } from "./announce";
import { readDocument, writeDocument } from "./document";
import { Furnishing } from "./elements/figure/furnishing";
import { putPhotos } from "./facts";
import { caretIn, partAt } from "./fields";
import { menuAttributes } from "./menu/plugin";
import { NoteMarks } from "./notes";
import { plugins, viewProps } from "./plugins";
import { storyJson } from "./testing";
import type { EditorOptions } from "./types";

export class WritingPage {
  readonly view: EditorView;
  readonly options: EditorOptions;
  private readonly announcer = new Announcer();

  constructor(parts: Parameters<typeof storyJson>[0] = {}, photos: Photo[] = []) {
    const place = document.createElement("div");
    document.body.replaceChildren(place);
    this.options = optionsFor(place);
    const context = { options: this.options, figures: new Furnishing(place), notes: new NoteMarks() };
    const { doc } = readDocument(storyJson(parts));
    const state = EditorState.create({ doc, plugins: plugins(this.options) });
    this.view = new EditorView(place, {
      state: state.apply(putPhotos(state.tr, photos)),
      dispatchTransaction: (tr) => {
        this.view.updateState(this.view.state.apply(tr));
        this.announcer.hear(tr);
      },
      attributes: (now) => ({ class: "story", ...menuAttributes(now) }),
      ...viewProps(context),
    });
    this.view.dispatch(this.view.state.tr.setSelection(caretIn(doc, "body")));
  }

  close(): void {
    this.view.destroy();
  }

  type(text: string): void {
    for (const letter of text) {
      const { from, to } = this.view.state.selection;
      const plain = () => this.view.state.tr.insertText(letter, from, to);
      const done = this.view.someProp("handleTextInput", (f) => f(this.view, from, to, letter, plain));
      if (!done) this.view.dispatch(plain());
    }
  }

  /** "Alt-ArrowUp", "Shift-Tab". */
  press(keys: string): boolean {
    const names = keys.split("-");
    const key = names.pop() ?? "";
    const event = new KeyboardEvent("keydown", {
      key,
      cancelable: true,
      altKey: names.includes("Alt"),
      shiftKey: names.includes("Shift"),
      ctrlKey: names.includes("Mod"),
    });
    return this.view.someProp("handleKeyDown", (f) => f(this.view, event)) ?? false;
  }

  paste(text: string): boolean {
    const clipboardData = {
      types: ["text/plain"],
      getData: (type: string) => (type === "text/plain" ? text : ""),
    };
    const event = Object.assign(new Event("paste", { cancelable: true }), { clipboardData });
    return this.view.pasteText(text, event as unknown as ClipboardEvent);
  }

  pasteHtml(html: string): void {
    this.view.pasteHTML(html, new Event("paste") as ClipboardEvent);
  }

  /** The caret into the line with these words, at their end. */
  into(words: string): void {
    let found: number | null = null;
    this.view.state.doc.descendants((node, at) => {
      if (found === null && node.isTextblock && node.textContent === words) found = at + 1 + node.content.size;
      return found === null;
    });
    if (found === null) throw new Error(`No line says “${words}”.`);
    const { tr, doc } = this.view.state;
    this.view.dispatch(tr.setSelection(Selection.near(doc.resolve(found), -1)));
  }

  selectText(from: number, to: number): void {
    const { tr, doc } = this.view.state;
    this.view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)));
  }

  /** Selects the nth block of the body as a whole. */
  pick(index: number): void {
    const { tr, doc } = this.view.state;
    const body = doc.resolve(partAt(doc, "body") + 1);
    this.view.dispatch(tr.setSelection(NodeSelection.create(doc, body.posAtIndex(index))));
  }

  body(): string {
    const { doc } = this.view.state;
    return doc.nodeAt(partAt(doc, "body"))?.content.toString().slice(1, -1) ?? "";
  }

  /** What the body is as the desk stores it. */
  stored(): Record<string, unknown>[] {
    const { doc } = JSON.parse(writeDocument(this.view.state.doc));
    return doc.content.find(({ type }: { type: string }) => type === "body").content;
  }

  /** The name of the line that the caret is in, and its words. */
  here(): [string, string] {
    const { parent } = this.view.state.selection.$from;
    return [parent.type.name, parent.textContent];
  }

  said(): string {
    return this.announcer.dom.textContent ?? "";
  }

  find<T extends Element = HTMLElement>(selector: string): T {
    // A menu stands beside the page that scrolls.
    const found = this.view.dom.parentElement?.querySelector<T>(selector) ?? document.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing here is “${selector}”.`);
    return found;
  }
}

function optionsFor(place: HTMLElement): EditorOptions {
  return {
    place,
    photoAddress: (id) => `photo://localhost/${id}`,
    applyFacts: () => Promise.reject(new Error("No facts are written here.")),
    onChange: vi.fn(),
    onWantPhoto: vi.fn(),
    onCreditClick: vi.fn(),
    onFrame: vi.fn(),
    onFindingClick: vi.fn(),
    askLink: () => Promise.resolve(null),
    openLink: vi.fn(),
    readHtml: () => Promise.reject(new Error("Nothing is pasted here.")),
    onPasted: vi.fn(),
    onNoteClick: vi.fn(),
  };
}
