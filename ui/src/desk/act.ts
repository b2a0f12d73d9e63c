/**
 * The one call to the desk and to the window's shell. Every request and reply is typed by the
 * action's name; what goes wrong is always a `DeskFailure`, whatever the bridge threw.
 */
import { invoke } from "@tauri-apps/api/core";
import { failureWords } from "../messages/failures";
import type { Actions, Code, Failure, WindowActions } from "./contract";

type All = Actions & WindowActions;
export type Action = keyof All;
export type Request<N extends Action> = All[N]["request"];
export type Reply<N extends Action> = All[N]["reply"];

/** Does one action. Rejects with a {@link DeskFailure}, never with anything else. */
export async function act<N extends Action>(action: N, request: Request<N>): Promise<Reply<N>> {
  try {
    return await invoke<Reply<N>>("act", { action, request });
  } catch (thrown) {
    throw DeskFailure.from(thrown, action);
  }
}

/** Why an action was not done. Act on `code`; show `message` and `advice`. */
export class DeskFailure extends Error implements Failure {
  readonly code: Code;
  readonly advice: string;
  readonly detail: string | null;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = "DeskFailure";
    this.code = failure.code;
    this.advice = failure.advice;
    this.detail = failure.detail;
  }

  /** Whatever was thrown, as a failure. What is not the desk's own counts as a bug. */
  static from(thrown: unknown, doing: string): DeskFailure {
    if (thrown instanceof DeskFailure) return thrown;
    if (isFailure(thrown)) return new DeskFailure(thrown);
    return new DeskFailure({
      code: "bug",
      message: failureWords.bug(doing),
      advice: failureWords.bugAdvice,
      detail: String(thrown),
    });
  }
}

function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}
