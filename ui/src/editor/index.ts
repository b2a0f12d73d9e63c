/**
 * The editor: one ProseMirror state for everything a person types in a story.
 *
 * It knows the desk's types and nothing else of it: what it needs done (writing a photo's facts,
 * asking for a link) comes as functions in `EditorOptions`. No panel is imported here.
 * To add an element: a folder under `elements/`, its spec in `schema.ts`, what it
 * reads in `document.ts`, its view in `plugins.ts`, its keys in `keys.ts`.
 */
export { expansion } from "./codes";
export { createEditor } from "./editor";
export {
  LEAST_WIDTH_PX,
  PLAIN,
  WHOLE,
  WHOLE_AREA,
  framedSize,
  isPlain,
  isTooSmall,
  sameArea,
  sameFraming,
  tidied,
} from "./framing";
export type { Size } from "./framing";
export { forgetBanner, withBanner } from "./stopBanner";
export { EDITOR_KEYS } from "./keyTable";
export type { EditorKey } from "./keyTable";
export type {
  Area,
  Chosen,
  Counts,
  Editor,
  EditorChange,
  EditorOptions,
  ElementChoice,
  ElementName,
  FigureAttrs,
  FigureEdit,
  FigureRow,
  Found,
  Framing,
  Habits,
  Match,
  MatchPlace,
  NoteLook,
  NotePassage,
  Obscured,
  Pasted,
  OutlineRow,
  PhotoChange,
  PhotoPlace,
  Role,
  Search,
  Selected,
  Writing,
} from "./types";
