/** Commands of “Copy story for…”: one for each form, in the palette and in the menu beside Export. */
import type { CopyForm } from "../../desk/contract";
import { say } from "../../messages";
import type { Command } from "../commands";
import type { Item } from "../parts/menu";
import { session } from "../session.svelte";
import { copying } from "./copying.svelte";

/** In the order in which desks ask for them. */
const FORMS: readonly CopyForm[] = ["wordpress", "richText", "html", "markdown", "wire"];

export const copyingCommands = (): Command[] =>
  FORMS.map((form) => ({
    id: `copying.${form}`,
    name: say.copying.command(form),
    group: "goingOut",
    enabled: () => session.story !== null,
    run: () => void copying.copy(form),
  }));

export const copyingItems = (): (Item & { form: CopyForm })[] =>
  FORMS.map((form) => ({
    form,
    text: say.copying.forms[form],
    choose: () => void copying.copy(form),
  }));
