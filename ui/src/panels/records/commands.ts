import { say } from "../../messages";
import type { Command } from "../commands";
import { desk } from "../desk.svelte";
import { dialogs } from "../dialogs.svelte";
import { session } from "../session.svelte";
import { live } from "./live.svelte";

/** What is done with a story that went out. */
export function recordsCommands(): Command[] {
  const group = "goingOut";
  const { story } = session;
  const wentOut = story !== null && story.exported !== null;
  const writable = wentOut && !desk.readOnly;
  const { commands } = say.records;
  return [
    {
      id: "records.difference",
      name: commands.difference,
      group,
      enabled: () => wentOut,
      run: showDifference,
    },
    {
      id: "records.live",
      name: story?.liveAt ? commands.notLive : commands.live,
      group,
      enabled: () => writable && story.killedAt === null,
      run: () => story && void live.mark(story.id, story.liveAt === null),
    },
    {
      id: "records.kill",
      name: commands.kill,
      group,
      enabled: () => writable && story.killedAt === null,
      run: showKill,
    },
    {
      id: "records.lift",
      name: commands.lift,
      group,
      enabled: () => writable && story.killedAt !== null,
      run: () => story && dialogs.show({ what: "liftKill", storyId: story.id }),
    },
  ];
}

/** Shows how the open story differs from its last export. */
export function showDifference(): void {
  const { story } = session;
  if (story) dialogs.show({ what: "difference", storyId: story.id, number: null });
}

/** Asks about killing the open story. */
export function showKill(): void {
  const { story } = session;
  if (story) dialogs.show({ what: "kill", storyId: story.id, name: story.slug || story.urlName });
}
