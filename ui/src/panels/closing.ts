/** The window closes when everything typed is on disk, or when a person says to lose it. */
import { act, onClosing, type Stop } from "../desk";
import { notices } from "./notices.svelte";
import { leaveStory } from "./stories";

export function followClosing(): Stop {
  let asking = false;
  return onClosing(() => {
    if (asking) return;
    asking = true;
    void close().finally(() => (asking = false));
  });
}

async function close(): Promise<void> {
  if (!(await leaveStory())) return;
  await act("may_close", {}).catch((thrown: unknown) => notices.tellFailure(thrown, "close"));
}
