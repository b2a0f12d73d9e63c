/** One line of a menu. */
export interface Item {
  text: string;
  /** Set on every item of a menu that chooses one of several. */
  chosen?: boolean;
  /** The keys that do the same. */
  keys?: string;
  choose: () => void;
}
