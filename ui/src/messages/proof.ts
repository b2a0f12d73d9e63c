/** What the proof's pane says. */

const number = new Intl.NumberFormat("en-GB");

export const proofWords = {
  name: "Proof",
  hint: "The page as its reader will see it (Ctrl+Shift+E)",
  of: (story: string) => `Proof of ${story}`,
  width: "Width",
  widths: { desktop: "Desktop", phone: "Phone", print: "Print" },
  credits: (count: number) => `Printed credits ${number.format(count)}`,
  weight: (bytes: number) => `Page ${number.format(Math.max(1, Math.round(bytes / 1000)))} KB`,
  print: "Print…",
  printHint: "Print the proof (Ctrl+P)",
  printing: "The proof is on its way to the printer.",
  close: "Close the proof",
  making: "Making the proof…",
  shown: "The proof is shown.",
  noStory: "Open a story to see its proof.",
} as const;
