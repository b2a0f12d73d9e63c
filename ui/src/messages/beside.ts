/** What is said of a second story beside the first. */
export const besideWords = {
  label: "Story to read beside",
  reading: "For reading",
  swap: "Write in this one",
  close: "Close",
  closeKeys: "Esc",
  show: "Show",
  written: "Story being written",
  read: "Story beside",
  gone: "That story is not there any more.",
} as const;
