/**
 * How this person writes now, and how the desk has them write: what the editor is told, and what the
 * window shows around the text. The choices last as long as the window.
 */
import type { Stop } from "../../desk";
import type { Habits } from "../../editor";
import { codes } from "../captions/codes.svelte";
import { dialogs } from "../dialogs.svelte";
import { picture } from "../painted.svelte";
import { panes } from "../panes.svelte";
import { session } from "../session.svelte";
import { settings } from "../settings.svelte";
import { limitsFor } from "./limits";

class Writing {
  invisibles = $state(false);
  focusMode = $state(false);
  outline = $state(false);

  toggleInvisibles(): void {
    this.invisibles = !this.invisibles;
  }

  toggleFocusMode(): void {
    this.focusMode = !this.focusMode;
    if (this.focusMode) panes.show("page");
    session.editor?.focus();
  }

  toggleOutline(): void {
    this.outline = !this.outline;
  }

  /** Keeps the editor's habits in step, and hears the keys that belong to no field. */
  follow(): Stop {
    const stop = $effect.root(() => {
      $effect(() => {
        if (picture.shown && settings.now?.typing.expansions) void codes.load();
      });
      // The editor stays while stories come and go; it is told again when it may be a new one.
      $effect(() => {
        if (session.story) session.editor?.setHabits(this.#habits);
      });
    });
    const hear = (event: KeyboardEvent) => this.#key(event);
    const escape = (event: KeyboardEvent) => this.#escape(event);
    window.addEventListener("keydown", hear);
    window.addEventListener("keydown", escape, { capture: true });
    return () => {
      stop();
      window.removeEventListener("keydown", hear);
      window.removeEventListener("keydown", escape, { capture: true });
    };
  }

  readonly #limits = $derived(
    limitsFor(settings.now?.limits ?? [], session.story?.plan ?? { desk: "", kind: "news" }),
  );

  readonly #habits = $derived.by((): Partial<Habits> => {
    const { now } = settings;
    return {
      smart: now?.typing.smart ?? true,
      codes: now?.typing.expansions ? codes.all : [],
      ...(now && { tkMarks: now.tkMarks }),
      limits: this.#limits,
      invisibles: this.invisibles,
      focusMode: this.focusMode,
    };
  });

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || dialogs.ask !== null) return;
    if (undoes(event)) undo(event);
  }

  /**
   * Before the editor has it, which takes every Escape for its own. One that closes something else
   * (a menu, find and replace) leaves focus mode as it is.
   */
  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.focusMode || event.isComposing || dialogs.ask !== null) return;
    const busy = document.querySelector(".story[aria-expanded=true], [role=menu], dialog[open]") !== null;
    const finding = event.target instanceof Element && event.target.closest(".find") !== null;
    if (!busy && !finding) this.toggleFocusMode();
  }
}

/** Outside of fields that have an undo of their own, Ctrl+Z goes on in the story's one history. */
function undoes(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return false;
  const { target } = event;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, input:not([type=checkbox], [type=radio])"));
  return !typing && session.story !== null && document.querySelector("dialog[open]") === null;
}

function undo(event: KeyboardEvent): void {
  event.preventDefault();
  if (event.shiftKey || event.key.toLowerCase() === "y") session.editor?.redo();
  else session.editor?.undo();
}

export const writing = new Writing();
