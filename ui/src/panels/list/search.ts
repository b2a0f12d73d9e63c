/** The search field has this id, so that Ctrl+K finds it. */
export const SEARCH_ID = "search-stories";

export function focusSearch(): void {
  document.getElementById(SEARCH_ID)?.focus();
}
