/**
 * Headless speed on one core: turns (intents) and ticks a second of each bot of a level, scoring included.
 * The baselines of the same run: boardgame.io's client, and the way the game is played on screens, one immer step an intent.
 */

import { botOf } from "../src/bots/index.ts";
import { deal, type Level, luck, root, seedFrom, step, unit } from "../src/engine/index.ts";
import { play } from "../src/lab/arena.ts";
import { readLevels } from "../src/levelfile/folder.ts";
import { boardgameTurns } from "./boardgame/counter.mjs";

const games = Number(process.env["GAMES"] ?? 400);
const tiers = readLevels("levels").levels.filter(({ proof }) => proof !== null);

type Speed = { readonly turns: number; readonly ticks: number; readonly ms: number };

/** Once to warm up, once to measure. */
function measured(work: () => Omit<Speed, "ms">): Speed {
  work();
  const start = performance.now();
  const done = work();
  return { ...done, ms: performance.now() - start };
}

function headless(level: Level, policy: string, given: Record<string, number | string>): Speed {
  const made = botOf(policy, given);
  if (!made.ok) throw new Error(made.problem);
  return measured(() => {
    let turns = 0;
    let ticks = 0;
    for (let n = 0; n < games; n++) {
      const played = play(level, { name: policy, bot: made.bot }, seedFrom(n));
      turns += played.intents;
      ticks += played.ticks;
    }
    return { turns, ticks };
  });
}

/** The pattern's bot, one immer step at a time, as a session plays. */
function stepped(level: Level, policy: string, given: Record<string, number | string>): Speed {
  const made = botOf(policy, given);
  const [laws] = level.evenings;
  if (!made.ok || laws === undefined) throw new Error("no bot or no evening");
  return measured(() => {
    let turns = 0;
    let ticks = 0;
    for (let n = 0; n < games / 10; n++) {
      const seed = seedFrom(n);
      const own = root(seed);
      let { world } = deal(laws, seed);
      for (; world.open.ended === null; turns++) {
        const intent = made.bot(world.open, (a, b) => unit(luck(own, "bot", a, b)));
        world = step(laws, world, intent).world;
      }
      ticks += world.open.tick;
    }
    return { turns, ticks };
  });
}

const thousand = (n: number): string => String(Math.round(n / 1000)).padStart(8);
const times = (n: number): string => n.toFixed(1).padStart(8);
const say = (name: string, { turns, ticks, ms }: Speed, bases: readonly number[]): void => {
  const perSecond = (1000 * turns) / ms;
  const ratios = bases.map((base) => times(perSecond / base)).join("");
  console.log(
    `  ${name.padEnd(34)}${thousand(perSecond)}${thousand((1000 * ticks) / ms)}${ratios}`,
  );
};

export function headlessSpeed(): void {
  const theirs = boardgameTurns();
  console.log(
    "\nHeadless, one core; x: turns a second, times boardgame.io's and those of immer steps",
  );
  console.log(`  boardgame.io, a counter and a draw${thousand(theirs)}`);
  console.log(`${" ".repeat(36)}k turns/s k ticks/s x boardg. x immer`);
  for (const level of tiers) {
    const bots = level.proof?.bots ?? [];
    const pattern = bots.find(({ role }) => role === "pattern");
    if (pattern === undefined) continue;
    console.log(level.id);
    const base = stepped(level, pattern.policy, pattern.with);
    const baseline = (1000 * base.turns) / base.ms;
    say(`${pattern.name}, immer`, base, [theirs, baseline]);
    for (const { name, policy, with: given } of bots)
      say(name, headless(level, policy, given), [theirs, baseline]);
  }
}
