/** What the window says of a paste. */

export const pasting = {
  label: "What was pasted",
  plainOnly: "The form of what was copied could not be read, so it was pasted as plain text.",
  undo: "Undo",
  plain: "Paste as plain text instead",
  leftOut: "What was left out",
} as const;
