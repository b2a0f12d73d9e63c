/**
 * Writes, and who reads again after them. Panels refresh from what a write says it changed, and
 * from nothing else.
 */
import { act, onDesk, type Action, type Reply, type Request, type Stop } from "../desk";
import type { Changed, Done } from "../desk/contract";

type Write = { [N in Action]: Reply<N> extends Done<unknown> ? N : never }[Action];
type Value<N extends Action> = Reply<N> extends Done<infer V> ? V : never;
type Hear = (changed: Changed[]) => void;

const listeners = new Set<Hear>();

/** Does one write and tells every panel what it changed. */
export async function write<N extends Write>(action: N, request: Request<N>): Promise<Value<N>> {
  const done = (await act(action, request)) as Done<Value<N>>;
  announce(done.changed);
  return done.value;
}

export function onChanged(hear: Hear): Stop {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

/** Passes on what changes without this window asking: jobs and other programs. */
export function followDesk(): Stop {
  return onDesk((event) => {
    if (event.what === "changed") announce(event.changed);
  });
}

function announce(changed: Changed[]): void {
  if (changed.length > 0) for (const hear of listeners) hear(changed);
}
