/**
 * The parts of the window that its first picture does not hold. The window starts without them and
 * reads them right after, so that whoever asks for one waits for nothing.
 */
export const later = {
  beside: () => import("./beside/Beside.svelte"),
  captions: () => import("./captions/CaptionDesk.svelte"),
  difference: () => import("./records/DifferenceDialog.svelte"),
  export: () => import("./dialogs/ExportDialog.svelte"),
  find: () => import("./find/FindBar.svelte"),
  frame: () => import("./framing/FrameFigure.svelte"),
  help: () => import("./help/HelpPane.svelte"),
  import: () => import("./dialogs/ImportDialog.svelte"),
  kill: () => import("./records/KillDialog.svelte"),
  liftKill: () => import("./records/LiftDialog.svelte"),
  notCopied: () => import("./copying/NotCopiedDialog.svelte"),
  outline: () => import("./outline/Outline.svelte"),
  palette: () => import("./palette/PaletteDialog.svelte"),
  photo: () => import("./details/PhotoPanel.svelte"),
  proof: () => import("./proof/ProofPane.svelte"),
  right: () => import("./details/RightColumn.svelte"),
  saveTemplate: () => import("./templates/SaveTemplateDialog.svelte"),
  settings: () => import("./settings/SettingsPane.svelte"),
  shortcuts: () => import("./frame/ShortcutsDialog.svelte"),
  site: () => import("./site/SiteDialog.svelte"),
  templates: () => import("./templates/TemplatesDialog.svelte"),
};

const PAUSE_MS = 50;

/** Reads all of them, one after the other, so that no key waits for more than one. */
export async function readLater(): Promise<void> {
  for (const read of Object.values(later)) {
    await new Promise((turn) => setTimeout(turn, PAUSE_MS));
    await read();
  }
}
