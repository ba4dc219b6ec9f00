import { expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { luck, root, unit } from "../../src/engine/index.ts";
import { eveningSeed, type Level, openSession, seedFrom } from "../../src/session/index.ts";
import { sleep } from "../support/journal.ts";
import { twoEvenings } from "../support/levels.ts";

const seed = seedFrom(21);
const policy = { gap: "spread", base: 2, cap: 64, shared: 1 };
const pattern = { name: "doubling", role: "pattern", policy: "retry", with: policy } as const;

const provedBy = (...bots: NonNullable<Level["proof"]>["bots"]): Level => ({
  ...twoEvenings,
  proof: { seeds: 1, twoStars: 0, margin: 0, bots },
});
const level = provedBy({ ...pattern, role: "fails", policy: "idle", with: {} }, pattern);

test("par is what the pattern's bot earns on the very same evening, by the player's own doors", () => {
  const made = botOf("retry", policy);
  if (!made.ok) throw new Error(made.problem);
  const player = openSession(level, seed);
  const bot = openSession(level, seed);
  for (const n of [0, 1]) {
    const mine = root(eveningSeed(seed, n));
    sleep(player);
    while (bot.observe().ended === null) {
      bot.play(
        made.bot(JSON.parse(JSON.stringify(bot.observe())), (a, b) =>
          unit(luck(mine, "bot", a, b)),
        ),
      );
    }
    const par = player.debrief()?.par;
    expect(par?.outcome).toBe(bot.debrief()?.outcome);
    expect(par?.facts).toEqual(bot.debrief()?.facts);
    expect(par?.outcome).toBeGreaterThan(player.debrief()?.outcome ?? 0);
    player.next();
    bot.next();
  }
});

test.each([
  ["without a proof", { ...level, proof: null }],
  ["without a pattern's bot", provedBy()],
  ["whose bot is unknown", provedBy({ ...pattern, policy: "magic" })],
  ["without a score", { ...level, scoring: null }],
])("a level %s has no par", (_, other) => {
  const session = openSession(other, seed);
  session.play({ kind: "leave" });
  expect(session.debrief()?.par).toBeNull();
});

test("par is told for an evening that was left, too", () => {
  const session = openSession(level, seed);
  session.play({ kind: "leave" });
  const { par = null, outcome: mine } = session.debrief() ?? {};
  expect(mine).toBeNull();
  expect(par?.outcome).toEqual(expect.any(Number));
});
