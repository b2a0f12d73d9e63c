/** A word into the desk's dictionary, and out again. */
import type { Point } from "../../desk";
import { say } from "../../messages";
import { write } from "../changes";
import { notices } from "../notices.svelte";
import { session } from "../session.svelte";

/** Learns the word at a point of the page, else at the caret. */
export async function learnAt(point?: Point): Promise<void> {
  const found = session.editor?.wordAt(point);
  if (!found) return notices.tell(say.language.noWord);
  await learn(found.word);
}

export async function learn(word: string): Promise<void> {
  try {
    await write("learn_word", { word });
    session.editor?.unmark(word);
    const forget = { text: say.language.forget, run: () => void forgetAgain(word) };
    notices.tell(say.language.learned(word), { action: forget });
  } catch (thrown) {
    notices.tellFailure(thrown, say.language.learn(word));
  }
}

async function forgetAgain(word: string): Promise<void> {
  try {
    await write("forget_word", { word });
  } catch (thrown) {
    notices.tellFailure(thrown, say.language.forget);
  }
}
