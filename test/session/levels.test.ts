/** Every level's games survive being written down: any line of any game is read back as what it was. */
import { levels } from "virtual:levels";
import { describe, expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { forceNames, forces, luck, type Open, root } from "../../src/engine/index.ts";
import { play as arena, drawOf } from "../../src/lab/arena.ts";
import {
  eveningSeed,
  openSession,
  readJournal,
  seedFrom,
  verdict,
} from "../../src/session/index.ts";
import { digest, gameOf, header, page } from "../support/journal.ts";
import { moveOf } from "../ui/support.ts";

test("no two forces call what happens by the same name", () => {
  const kinds = forceNames.flatMap((name) => Object.keys(forces[name].events));
  expect(kinds.filter((kind, i) => kinds.indexOf(kind) !== i)).toEqual([]);
});

test("an evening that ends as both agreed has an outcome and stars, as the arena counts them", () => {
  const level = levels.find(({ id }) => id === "finale");
  const pattern = level?.proof?.bots.find(({ role }) => role === "pattern");
  if (level === undefined || pattern === undefined) throw new Error("no finale");
  const made = botOf(pattern.policy, pattern.with);
  if (!made.ok) throw new Error(made.problem);
  const ways = new Map<string | null, number>();
  for (let n = 1; n <= 40; n++) {
    const seed = seedFrom(n);
    const session = openSession(level, seed);
    const draw = drawOf(eveningSeed(seed, 0));
    while (session.observe().ended === null)
      session.play(made.bot(structuredClone(session.observe()) as Open, draw));
    const played = arena(level, { name: pattern.name, bot: made.bot }, seed);
    expect(session.result()?.outcome).toBe(played.outcome);
    expect(session.result()?.stars).toBe(played.stars);
    ways.set(session.observe().ended, (ways.get(session.observe().ended) ?? 0) + played.stars);
  }
  // Each way to end well earned stars.
  for (const way of ["slower", "parted", "played out"]) expect(ways.get(way)).toBeGreaterThan(0);
});

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  test("whole games, read back, are what was played", () => {
    for (let n = 1; n <= 6; n++) {
      const seed = seedFrom(n);
      const journal = page(header(level, seed));
      const session = openSession(level, seed, { journal });
      const luckOf = root(seedFrom(100 + n));
      for (let i = 0; session.observe().ended === null || session.next(); i++) {
        const move = moveOf(session, luck(luckOf, "bot", i), n);
        if (move !== null && move.kind !== "leave") session.play(move);
      }
      const text = journal.text();
      const read = readJournal(text, digest);
      expect(read.ok ? null : read).toBe(null);
      expect(verdict(gameOf(text), level, digest)).toEqual({ status: "ok" });
      for (let evening = 1; evening <= level.evenings.length; evening++) {
        const { outcome = null, terms = [] } = session.debrief(evening) ?? {};
        const sum = terms.reduce((all, { amount }) => all + amount, 0);
        expect(Math.abs(sum - (outcome ?? 0))).toBeLessThan(0.001);
      }
    }
  });
});
