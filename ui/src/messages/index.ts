/** The words of the window. A second language is a second file of the same type, chosen here. */
import { en, type Messages } from "./en";

export const say: Messages = en;
export type { Messages };
