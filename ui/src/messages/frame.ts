/** What the palette, the sheet of shortcuts and the panes say. */

const number = new Intl.NumberFormat("en-GB");

export const paletteWords = {
  label: "Commands and stories",
  hint: "Type what you want to do, or a story’s name",
  recent: "Used last",
  commands: "Commands",
  stories: "Stories",
  none: (words: string) => (words === "" ? "Nothing here." : `Nothing is called “${words}”.`),
  count: (count: number) => `${number.format(count)} found, arrows to choose`,
} as const;

export const shortcutWords = {
  title: "Shortcuts",
  or: "or",
  print: "Print…",
} as const;

export const paneWords = {
  panes: "Panes",
  stories: "Stories",
  page: "Page",
  details: "Details",
  zoom: (percent: number) => `Zoom ${number.format(percent)}%`,
} as const;
