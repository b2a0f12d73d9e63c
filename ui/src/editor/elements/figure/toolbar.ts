/** What can be done with a picture without leaving the page: move it, size it, edit it. */

import type { EditorView } from "prosemirror-view";
import { editorWords } from "../../../messages/editor";
import { button, piece } from "../../dom";
import type { Size } from "../../framing";
import { isTooSmall } from "../../framing";
import type { Role } from "../../types";
import { dragBy } from "../../blocks/drag";
import { stepFigure } from "../../blocks/step";
import { ROLES } from "./spec";

export interface ToolbarCalls {
  getPos(): number | undefined;
  setRole(role: Role): void;
  frame(): void;
}

export interface ToolbarState {
  /** The framed picture's; `null` where there is no picture. */
  size: Size | null;
  role: Role;
  lead: boolean;
  /** The gallery says how large its pictures are. */
  inGallery: boolean;
}

export class Toolbar {
  readonly dom = piece("div", "figure-tools");
  private readonly roles = document.createElement("select");
  private readonly edit: HTMLButtonElement;

  constructor(view: EditorView, calls: ToolbarCalls) {
    this.dom.setAttribute("role", "toolbar");
    this.dom.setAttribute("aria-label", editorWords.tools.label);
    this.roles.setAttribute("aria-label", editorWords.tools.role);
    this.roles.addEventListener("change", () => calls.setRole(this.roles.value as Role));
    this.edit = button("", editorWords.tools.frame, () => calls.frame());
    this.dom.append(handle(view, calls), this.roles, this.edit);
  }

  show({ size, role, lead, inGallery }: ToolbarState): void {
    this.edit.hidden = size === null;
    this.roles.hidden = size === null || inGallery;
    if (size === null) return;
    const options = ROLES.map((one) => option(one, size, lead));
    const same = options.map(({ text }) => text).join() === texts(this.roles);
    if (!same) this.roles.replaceChildren(...options);
    this.roles.value = role;
  }
}

function texts(select: HTMLSelectElement): string {
  return [...select.options].map(({ text }) => text).join();
}

/** A picture that is too small for a place may still be put there: it says so, and the checks do. */
function option(role: Role, size: Size, lead: boolean): HTMLOptionElement {
  const name = lead && role === "inline" ? editorWords.leadRole : editorWords.roles[role];
  const small = isTooSmall(size, lead && role === "inline" ? "showcase" : role);
  const made = document.createElement("option");
  made.value = role;
  made.text = small ? editorWords.tools.tooSmall(name) : name;
  return made;
}

function handle(view: EditorView, calls: ToolbarCalls): HTMLElement {
  const grip = button("figure-grip", "", () => {});
  grip.setAttribute("aria-label", editorWords.tools.move);
  grip.title = editorWords.tools.move;
  grip.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = calls.getPos();
    if (at !== undefined) view.dispatch(stepFigure(view.state, at, step));
  });
  dragBy(grip, view, () => calls.getPos());
  return grip;
}
