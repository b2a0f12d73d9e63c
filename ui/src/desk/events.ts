/**
 * What the desk and the shell tell the page unasked: changes and job reports, that the window is
 * about to close, words to learn, and files that are dragged over it.
 */
import { listen, TauriEvent, type UnlistenFn } from "@tauri-apps/api/event";
import type { Event } from "./contract";
import { zoomFactor } from "./zoom";

/** Ends the listening. */
export type Stop = () => void;

/** A point in the page, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export type FileDrag =
  | { what: "over"; at: Point }
  | { what: "drop"; at: Point; paths: string[] }
  | { what: "leave" };

export function onDesk(hear: (event: Event) => void): Stop {
  return stopOf(listen<Event>("desk", ({ payload }) => hear(payload)));
}

/** The window wants to close and waits for `act("may_close")`. */
export function onClosing(hear: () => void): Stop {
  return stopOf(listen("closing", hear));
}

/** “Learn this word” was chosen in the menu of a word. */
export function onLearnWord(hear: () => void): Stop {
  return stopOf(listen("learn-word", hear));
}

/** Files dragged from outside. On Linux their bytes never reach the page, only their paths. */
export function onFileDrag(hear: (drag: FileDrag) => void): Stop {
  const over = ({ payload }: { payload: { position: Point } }) =>
    hear({ what: "over", at: inPage(payload.position) });
  const drop = ({ payload }: { payload: { position: Point; paths: string[] } }) =>
    hear({ what: "drop", at: inPage(payload.position), paths: payload.paths });
  // All at once: Tauri's own way waits for each before it asks for the next, and the drop comes last.
  const stops = [
    stopOf(listen(TauriEvent.DRAG_ENTER, over)),
    stopOf(listen(TauriEvent.DRAG_OVER, over)),
    stopOf(listen(TauriEvent.DRAG_DROP, drop)),
    stopOf(listen(TauriEvent.DRAG_LEAVE, () => hear({ what: "leave" }))),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The bridge counts physical pixels, the page counts CSS pixels, which grow with the zoom. */
function inPage(position: Point): Point {
  const scale = (window.devicePixelRatio || 1) * zoomFactor();
  return { x: position.x / scale, y: position.y / scale };
}

function stopOf(listening: Promise<UnlistenFn>): Stop {
  return () => void listening.then((stop) => stop());
}
