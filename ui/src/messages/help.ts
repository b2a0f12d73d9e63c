/** What Help says. */

export const helpWords = {
  title: "Help",
  sections: {
    about: "About Cutline",
    shortcuts: "Shortcuts",
    folders: "Where things are",
    log: "Log",
    licences: "Licences",
  },
  version: (version: string) => `Version ${version}`,
  about: [
    "Cutline carries a story from wire copy and photographs to a page that can be published, with every photo’s credit and caption in their place.",
    "Write in the middle. The stories of this desk are on the left; what follows your selection is on the right, with the checks always open under it.",
    "A photo’s credit belongs to the photo: it is shown while you write and stands in every page. Cutline stops a story that has a photo without one.",
  ],
  promise: "No network",
  promiseText:
    "Cutline asks nothing of the network. There is no account, no statistics, no update in the background. Nothing leaves this computer unless you export it; links open in your browser when you ask for them. Private notes leave by no route.",
  keyboard: "By keyboard",
  keyboardText: "Every command is in one list, and every key is on one sheet.",
  palette: "Commands and stories",
  sheet: "Sheet of shortcuts",
  logs: "Logs",
  logsText: "What the program did, this run and the one before. Never what anybody wrote.",
  log: "What the program did in this run. It never holds copy, so it can be sent to whoever helps you.",
  noLog: "Nothing is in the log.",
  copyLog: "Copy the log",
  copied: "The log is on the clipboard.",
  notCopied: "The clipboard is not available. Select the text and copy it.",
  licences: "Cutline is free software under the MIT licence. It is made of these parts, each under a licence of its own.",
  reading: "Reading…",
} as const;
