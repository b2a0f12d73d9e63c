/** Copies the open story's text out of the window. Answers whether the clipboard took it. */
import { say } from "../messages";
import { notices } from "./notices.svelte";
import { plainText } from "./plain";
import { session } from "./session.svelte";

export function storyText(): string {
  return plainText(session.editor?.document() ?? session.story?.document ?? "");
}

export async function copyStoryText(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(storyText());
    notices.tell(say.common.copied);
    return true;
  } catch {
    notices.tell(say.common.notCopied, { trouble: true });
    return false;
  }
}
