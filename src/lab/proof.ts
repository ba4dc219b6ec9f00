/** Plays a level's proof: every bot on every seed, counted. */
import { botOf } from "../bots/index.ts";
import {
  type Event,
  forceNames,
  forces,
  type Level,
  type Proof,
  type Scoring,
  seedFrom,
} from "../engine/index.ts";
import { type Player, play } from "./arena.ts";
import { addBots, type BotTally, type Tally, tallyGame } from "./tally.ts";

/** A level with something to prove. */
export type Provable = Level & { readonly proof: Proof; readonly scoring: Scoring };

export const isProvable = (level: Level): level is Provable =>
  level.proof !== null && level.scoring !== null;

/** Some of a proof's games: seeds are `seedFrom(n)`, n from `from` on. */
export type Task = { readonly level: Provable; readonly from: number; readonly count: number };

/** `seedFrom` gives a different seed for each number below this. */
export const mostSeeds = 2 ** 22;

/** What is wrong with a proof's bots, in sentences; empty where nothing is. */
export function faultsIn({ id, proof }: Provable): readonly string[] {
  const faults = proof.bots.flatMap(({ name, policy, with: given }) => {
    const made = botOf(policy, given);
    return made.ok ? [] : [`${id}, bot "${name}": ${made.problem}`];
  });
  const patterns = proof.bots.filter(({ role }) => role === "pattern").length;
  return patterns === 1
    ? faults
    : [...faults, `${id}: one bot has the role pattern, not ${patterns}.`];
}

/** The proof with these bots only; the pattern's stays, since all others are compared with it. */
export const onlyBots = (level: Provable, names: readonly string[]): Provable => ({
  ...level,
  proof: {
    ...level.proof,
    bots: level.proof.bots.filter(({ name, role }) => role === "pattern" || names.includes(name)),
  },
});

/**
 * The kinds of public events that a level's forces bring along: each should happen in some game.
 * An event named like a verb is up to the player, and bots need not use every verb.
 */
export function declared({ evenings }: Level): readonly string[] {
  const used = forceNames.filter((name) =>
    evenings.some((laws) => laws.forces[name] !== undefined),
  );
  const chosen: readonly string[] = used.flatMap((name) => forces[name].verbs);
  const kinds = used.flatMap((name) => Object.keys(forces[name].events));
  return kinds.filter((kind) => !chosen.includes(kind)).sort();
}

function playersOf({ proof }: Provable): { pattern: Player; others: readonly Player[] } {
  const players = proof.bots.map(({ name, role, policy, with: given }) => {
    const made = botOf(policy, given);
    if (!made.ok) throw new Error(made.problem);
    return { name, role, bot: made.bot };
  });
  const pattern = players.find(({ role }) => role === "pattern");
  if (pattern === undefined) throw new Error("no bot has the role pattern");
  return { pattern, others: players.filter((player) => player !== pattern) };
}

/** Plays a task; the pattern's bot comes first in the tally, the others in their order. */
export function tallyOf({ level, from, count }: Task): Tally {
  const { pattern, others } = playersOf(level);
  const missing = new Set(declared(level));
  const seen: string[] = [];
  const witness = (events: readonly Event[]): void => {
    if (missing.size === 0) return;
    for (const { kind } of events) if (missing.delete(kind)) seen.push(kind);
  };
  const bots: BotTally[] = [];
  const add = (i: number, game: BotTally): void => {
    const before = bots[i];
    bots[i] = before === undefined ? game : addBots(before, game);
  };
  for (let n = from; n < from + count; n++) {
    const seed = seedFrom(n);
    const par = play(level, pattern, seed, witness);
    add(0, tallyGame(pattern.name, par, null));
    for (const [i, other] of others.entries())
      add(i + 1, tallyGame(other.name, play(level, other, seed, witness), par));
  }
  return { games: count, bots, seen: seen.sort() };
}
