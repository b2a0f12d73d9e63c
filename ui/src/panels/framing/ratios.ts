/** The shapes that a crop can be held to. */
import type { Size } from "../../editor";

export const RATIOS = ["original", "free", "5:4", "4:5", "3:2", "16:9", "1:1"] as const;

export type Ratio = (typeof RATIOS)[number];

/** Width by height; `null`: any. "original" is the picture's own shape, as it is turned now. */
export function ratioOf(ratio: Ratio, shown: Size): number | null {
  if (ratio === "free") return null;
  if (ratio === "original") return shown.widthPx / shown.heightPx;
  const [across = 1, down = 1] = ratio.split(":").map(Number);
  return across / down;
}

/** The shape that a crop of this size has, as near as whole pixels allow. */
export function nearestRatio(size: { width: number; height: number }, shown: Size): Ratio {
  const shape = size.width / size.height;
  const near = (ratio: Ratio) => Math.abs((ratioOf(ratio, shown) ?? 0) / shape - 1) < 0.004;
  return RATIOS.find(near) ?? "free";
}
