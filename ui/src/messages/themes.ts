/** What is said of themes. */

/** Of those that come with Cutline. */
const about: Record<string, string | undefined> = {
  plain: "A quiet news page.",
  magazine: "A large lead and headline, a drop cap, wide pictures.",
  print: "Columns and small credits, for paper and PDF.",
};

export const themeWords = {
  title: "Theme of the pages",
  text: "How exported pages look. The proof shows each of them, without choosing it here.",
  about,
  own: "This desk’s own.",
  credit: (template: string) => `This desk’s own. Credits print as ${template}`,
  add: "Add a theme…",
  added: (title: string) => `“${title}” is added.`,
  show: "Show themes folder",
  remove: (title: string) => `Remove “${title}”`,
  reallyRemove: (title: string) => `Remove “${title}” for good?`,
  removed: (title: string) => `“${title}” is removed.`,
  tried: "Theme",
  triedHint: "Try another theme on this story. The desk’s pages keep theirs.",
  ofDesk: (title: string) => `${title} (this desk’s)`,
  choose: "Use for the desk",
  command: (title: string) => `Proof in the theme “${title}”`,
  chosen: (title: string) => `The desk’s pages stand in “${title}” now.`,
} as const;
