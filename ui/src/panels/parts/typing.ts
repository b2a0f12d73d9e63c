import { on } from "svelte/events";

/**
 * Hears what is typed into a field, at the field itself. Svelte hears an `oninput` at the root of the
 * page, and then every key in the story is stopped there on its way.
 */
export function typing(hear: (event: Event & { currentTarget: HTMLInputElement }) => void) {
  return (field: HTMLInputElement) => on(field, "input", hear);
}
