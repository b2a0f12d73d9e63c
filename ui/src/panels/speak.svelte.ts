/**
 * What a screen reader is told: softly, when it has nothing else to say, or at once. Both regions
 * stand in the window from the beginning, because one that comes with its words is often not read.
 */
class Speak {
  polite = $state("");
  urgent = $state("");

  softly(words: string): void {
    this.polite = again(this.polite, words);
  }

  atOnce(words: string): void {
    this.urgent = again(this.urgent, words);
  }
}

/** The same words twice are said twice only when something changes. */
function again(before: string, words: string): string {
  return before === words ? `${words}\u00a0` : words;
}

export const speak = new Speak();
