/** The name that a mistyped one was probably meant to be. */

/** Edits from one word to the other: letters put in, left out or changed. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Null where nothing is near: at most a third of the letters, and two in any case, may be wrong. */
export function nearest(word: string, names: readonly string[]): string | null {
  const typed = word.slice(0, 40).toLowerCase();
  let best: string | null = null;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const name of names) {
    const far = edits(typed, name.toLowerCase());
    if (far < least && far < name.length) [best, least] = [name, far];
  }
  return best;
}
