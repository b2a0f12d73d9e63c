/** The forms that the export dialog offers, in the order of their list. */
import type { ExportForm } from "../../desk/contract";
import { say } from "../../messages";

export const FORMS = Object.keys(say.export.forms) as ExportForm[];
