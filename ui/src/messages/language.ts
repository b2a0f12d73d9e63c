/** What is said of a story's language, its spelling and the words that the desk learns. */

export const languageWords = {
  noDictionary: (language: string) =>
    `This machine has no dictionary for ${language}, so its spelling is not checked.`,
  learned: (word: string) => `The desk’s dictionary knows “${word}” now.`,
  forget: "Forget it",
  noWord: "There is no word at the caret to learn.",
  learn: (word: string) => `Learn “${word}”`,
  find: "Find a language",
  noLanguage: "No language of that name. A tag such as “pt-BR” works as well.",
} as const;
