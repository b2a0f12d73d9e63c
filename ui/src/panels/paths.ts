/**
 * The story's folder inside another one: `chosen` and the last part of `proposed`, with the
 * separator that this machine uses.
 */
export function folderInside(chosen: string, proposed: string): string {
  const separator = proposed.includes("\\") ? "\\" : "/";
  const name = proposed.split(separator).at(-1) ?? "";
  return chosen.endsWith(separator) ? chosen + name : chosen + separator + name;
}
