/**
 * The window closes when everything typed is on disk. When it is not, the page says why over the
 * story and the window stays; the shell, which waits for the answer, then asks whether to close.
 */
import { act, onClosing, type Stop } from "../desk";
import { notices } from "./notices.svelte";
import { session } from "./session.svelte";

export function followClosing(): Stop {
  return onClosing(() => void close());
}

async function close(): Promise<void> {
  if (!session.readOnly && !(await session.settle())) return;
  await act("may_close", {}).catch((thrown: unknown) => notices.tellFailure(thrown, "close"));
}
