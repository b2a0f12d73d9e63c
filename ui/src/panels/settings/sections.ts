/** The sections of the settings, in the order of their names on the left. */
import { say } from "../../messages";

export type SectionId = keyof typeof say.settings.sections;

export const SECTIONS = (Object.entries(say.settings.sections) as [SectionId, string][]).map(
  ([id, name]) => ({ id, name }),
);
