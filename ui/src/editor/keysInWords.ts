/** Keys as the keyboard names them: "Mod-Alt-2" is "Ctrl Alt 2", or "⌘ ⌥ 2" on a Mac. */

const onMac = /Mac/.test(navigator.platform);

export function keysInWords(keys: string): string {
  const names = onMac ? { Mod: "⌘", Alt: "⌥", Shift: "⇧" } : { Mod: "Ctrl", Alt: "Alt", Shift: "Shift" };
  const named: Readonly<Record<string, string>> = names;
  return keys
    .split("-")
    .map((key) => named[key] ?? key.toUpperCase())
    .join(" ");
}
