/** "Did you mean": the nearest of some names, where one is near enough. */

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** How many letters may be wrong: a swapped pair counts as two. */
const most = (name: string): number =>
  name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));

export function similar(word: string, names: readonly string[]): string | null {
  const short = word.slice(0, 40).toLowerCase();
  const [best] = names
    .map((name) => ({ name, far: distance(short, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= most(best.name) ? best.name : null;
}
