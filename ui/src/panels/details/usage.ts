/** The rights categories in the order in which a desk meets them. */
import type { RightsCategory } from "../../desk/contract";

export const categories: RightsCategory[] = [
  "staff",
  "commissioned",
  "agency",
  "stock",
  "pool",
  "handout",
  "publicRelations",
  "supplied",
  "socialMedia",
  "screengrab",
  "creativeCommons",
  "publicDomain",
  "refused",
];
