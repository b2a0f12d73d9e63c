/**
 * The page's side of the contract: typed calls and events. The only folder that imports Tauri.
 * To use a new action, run `make contract` and call `act` with its name; nothing here changes.
 */
export { act, DeskFailure, type Action, type Reply, type Request } from "./act";
export { photoAddress, proofAddress, thumbnailAddress } from "./address";
export { onClosing, onDesk, onFileDrag, onLearnWord, type FileDrag, type Point, type Stop } from "./events";
export { zoomFactor, zoomWindow } from "./zoom";
