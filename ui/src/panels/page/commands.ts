import { act } from "../../desk";
import { say } from "../../messages";
import type { Command } from "../commands";
import { dialogs } from "../dialogs.svelte";
import { intake } from "../intake.svelte";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";

/** What is done with the open story and its photos. */
export function pageCommands(): Command[] {
  const writable = () => session.story !== null && !session.readOnly;
  return [
    {
      id: "page.save",
      name: say.commands.save,
      keys: "Mod-s",
      group: "writing",
      enabled: writable,
      run: () => void session.settle(),
    },
    {
      id: "page.addPhotos",
      name: say.commands.addPhotos,
      group: "photos",
      enabled: writable,
      run: () => void intake.pick({ what: "caret" }),
    },
    {
      id: "page.pastePhotos",
      name: say.commands.pastePhotos,
      group: "photos",
      enabled: writable,
      run: () => void intake.paste(),
    },
    {
      id: "page.withoutOriginals",
      name: say.commands.withoutOriginals,
      group: "photos",
      enabled: writable,
      run: () => void intake.pickWithoutOriginals(),
    },
    {
      id: "page.export",
      name: say.commands.export,
      keys: "Mod-e",
      group: "goingOut",
      enabled: writable,
      run: () => dialogs.show({ what: "export" }),
    },
    {
      id: "page.lawyerCopy",
      name: say.commands.lawyerCopy,
      group: "goingOut",
      enabled: writable,
      run: () => dialogs.show({ what: "export", form: "lawyerCopy" }),
    },
    {
      id: "page.show",
      name: say.commands.showPage,
      group: "goingOut",
      enabled: () => (session.story?.exported ?? null) !== null,
      run: showPage,
    },
    {
      id: "page.reveal",
      name: say.commands.revealExport,
      group: "goingOut",
      enabled: () => (session.story?.exported ?? null) !== null,
      run: revealExport,
    },
  ];
}

/** Shows the page that was exported last, in the browser. */
export function showPage(): void {
  show("show_export");
}

/** Shows what was exported last among its neighbours, in the file manager. */
function revealExport(): void {
  show("reveal_export");
}

function show(action: "show_export" | "reveal_export"): void {
  const storyId = session.story?.id;
  if (!storyId) return;
  act(action, { storyId }).catch((thrown: unknown) =>
    notices.tellFailure(thrown, "show the export"),
  );
}
