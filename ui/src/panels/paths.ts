/** The last part of a path, with whichever separator this machine uses. */
export function nameOf(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== "") ?? path;
}
