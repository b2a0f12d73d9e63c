/** Keys by name, as ProseMirror writes them, and as a person reads them. */

const IS_MAC = /Mac/.test(navigator.userAgent);
const MODIFIERS = ["Mod", "Ctrl", "Alt", "Shift"] as const;

/** The name of what is pressed: "Mod-Shift-k". Letters are small, whatever Shift makes of them. */
export function nameOf(event: KeyboardEvent): string {
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  const control = IS_MAC && event.ctrlKey;
  const held = [mod, control, event.altKey, event.shiftKey && !isSign(event.key)];
  const names = MODIFIERS.filter((_, at) => held[at]);
  return [...names, event.key.length === 1 ? event.key.toLowerCase() : event.key].join("-");
}

/** The keys on the cap of each: ["Ctrl", "Shift", "K"]. */
export function capsOf(keys: string): string[] {
  // "Mod--" is Mod and the minus.
  const parts = keys.endsWith("--") ? [...keys.slice(0, -2).split("-"), "-"] : keys.split("-");
  return parts.map((part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** On one line: "Ctrl Shift K". */
export function shownKeys(keys: string): string {
  return capsOf(keys).join(" ");
}

/** In ARIA's own spelling: "Control+Shift+K". */
export function ariaKeys(keys: string): string {
  const spelled: Record<string, string> = { Ctrl: "Control", "↑": "ArrowUp", "↓": "ArrowDown", Esc: "Escape" };
  return capsOf(keys)
    .map((cap) => spelled[cap] ?? cap)
    .join("+");
}

const CAPS: Record<string, string> = {
  Mod: IS_MAC ? "⌘" : "Ctrl",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Delete: "Del",
  " ": "Space",
};

/** On most layouts Shift is what makes "+" or "?"; the sign itself says so already. */
function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== " ";
}
