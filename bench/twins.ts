/**
 * How often another evening is found that looked the same so far, and what the search takes: the pattern's bot
 * plays each level, and its game is forked with other inner weather after so many tenths of the first evening.
 */
import { type Intent, type Level, run, seedFrom } from "../src/engine/index.ts";
import { readLevels } from "../src/levelfile/folder.ts";
import { patternOn } from "../src/session/par.ts";
import { twinsOf } from "../src/session/twin.ts";

const games = Number(process.env["GAMES"] ?? 10);
const shares = [0.05, 0.1, 0.2, 0.3, 0.5];

/** The moves made before a tick. */
function before({ evenings: [laws] }: Level, n: number, intents: readonly Intent[], tick: number) {
  const moves: Intent[] = [];
  if (laws === undefined) return moves;
  const game = run(laws, seedFrom(n));
  for (const intent of intents) {
    game.take(intent);
    if (game.world.open.tick > tick) return moves;
    moves.push(intent);
  }
  return moves;
}

console.log(
  "found + found but for the wording, of games; mean share of the ticks that looked the same in the best; median ms",
);
for (const level of readLevels("levels").levels) {
  const length = level.evenings[0]?.length ?? 0;
  const cells = shares.map((share) => {
    let found = 0;
    let reworded = 0;
    let kept = 0;
    const took: number[] = [];
    for (let n = 1; n <= games; n++) {
      const seed = seedFrom(n);
      const played = patternOn(level, seed, 0);
      if (played === null) continue;
      const tick = Math.round(length * share);
      const moves = before(level, n, played.intents, tick);
      const from = performance.now();
      const twins = twinsOf(level, seed, [moves]);
      took.push(performance.now() - from);
      const best = twins.find(({ words }) => words)?.until ?? 0;
      if (best === Number.POSITIVE_INFINITY) found++;
      else if (twins.some(({ words }) => !words)) reworded++;
      kept += Math.min(1, best / tick);
    }
    took.sort((a, b) => a - b);
    const ms = (took[took.length >> 1] ?? 0).toFixed(0);
    return `t${Math.round(length * share)} ${found}+${reworded}/${took.length} ${(kept / games).toFixed(2)} ${ms}ms`;
  });
  console.log(level.id.padEnd(16), cells.map((cell) => cell.padEnd(22)).join(""));
}
