/** What is said when something fails that has no words of its own. */

export const failureWords = {
  bug: (doing: string) => `Cutline could not finish “${doing}”.`,
  bugAdvice: "Try again; your text stays in the window.",
} as const;
