/** Medians, and lines of a table that say whether a bound holds. */

export function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const median = (values) => quantile(values, 0.5);

export function say(line = "") {
  process.stderr.write(`${line}\n`);
}

/** Prints a figure with its bound and answers whether it holds. */
export function check(what, value, bound, unit = "×") {
  const held = value <= bound;
  say(`${held ? "held  " : "FAILED"} ${what}: ${value.toFixed(2)}${unit} (at most ${bound}${unit})`);
  return held;
}
