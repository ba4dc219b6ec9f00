/** What the benches share: where things are, order statistics, and a table. */
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
export const at = (...path) => join(root, ...path);

export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Everyone in turn, again and again, so that a busy moment of the machine falls on all alike. */
export async function interleaved(cases, rounds, measure) {
  const results = new Map(cases.map((one) => [one, []]));
  for (let round = -2; round < rounds; round++)
    for (const one of cases) {
      const result = await measure(one);
      // The first rounds fill caches.
      if (round >= 0) results.get(one).push(result);
    }
  return results;
}

export function table(title, heads, rows) {
  const lines = [heads, ...rows.map((row) => row.map(String))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = (cell, column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line.map(text).join("  ")}`);
}
