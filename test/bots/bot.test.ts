import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bot, botOf, policies } from "../../src/bots/index.ts";
import {
  forceNames,
  type Intent,
  type Laws,
  type Open,
  run,
  type Seed,
  type World,
} from "../../src/engine/index.ts";
import { drawOf } from "../../src/lab/arena.ts";
import { everyEvening, seeds } from "../engine/fixtures.ts";
import { hardEvening } from "../support/levels.ts";

type Given = Parameters<typeof botOf>[1];

function made(policy: string, given: Given): Bot {
  const result = botOf(policy, given);
  if (!result.ok) throw new Error(result.problem);
  return result.bot;
}

const gaps = policies
  .filter(({ name }) => name === "retry")
  .flatMap(({ parameters }) => parameters)
  .flatMap((parameter) => (parameter.kind === "choice" ? parameter.of : []));
const all: readonly (readonly [string, Bot])[] = [
  ["idle", made("idle", {})],
  ["clock", made("clock", { gap: 7 })],
  ...gaps.map((gap) => [`retry, ${gap}`, made("retry", { gap })] as const),
  ...gaps.map(
    (gap) => [`retry, ${gap}, shared`, made("retry", { gap, shared: 1, tries: 9 })] as const,
  ),
];

type Turn = { readonly open: Open; readonly intent: Intent };

/** Every open that a bot saw in a game, and what it did. */
function turnsOf(bot: Bot, laws: Laws, seed: Seed): readonly Turn[] {
  const game = run(laws, seed);
  const turns: Turn[] = [];
  while (game.world.open.ended === null && turns.length <= laws.length) {
    const open = structuredClone(game.world.open);
    const intent = bot(open, drawOf(seed));
    turns.push({ open, intent });
    game.take(intent);
    expect(game.events.at(-1)?.kind).not.toBe("refused");
  }
  expect(game.world.open.ended).toBe("played out");
  return turns;
}

const forceNamed = (name: string | symbol): boolean => forceNames.some((force) => force === name);

/** Throws where anything is read that is no part of what may be known; that a force is not there, one knows. */
function guarded<T extends object>(value: T): T {
  return new Proxy(value, {
    get(target, name, receiver) {
      if (!(name in target) && !forceNamed(name)) throw new Error(`read ${String(name)}`);
      const found: unknown = Reflect.get(target, name, receiver);
      return typeof found === "object" && found !== null ? guarded(found) : found;
    },
    set: () => false,
    deleteProperty: () => false,
  });
}

describe.each(all)("%s", (_, bot) => {
  test("does the same whenever it knows the same, reads nothing else and changes nothing", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { open, intent } of turnsOf(bot, hardEvening, seed).toReversed())
          expect(bot(guarded(open), drawOf(seed))).toEqual(intent);
      }),
      { numRuns: 5 },
    );
  });

  test.each(everyEvening)("is never refused in %s, and comes to an end", (_, laws) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        turnsOf(bot, laws, seed);
      }),
      { numRuns: 3 },
    );
  });
});

test("what is hidden cannot be handed to a bot, nor read by one", () => {
  const impossible = (bot: Bot, world: World): void => {
    // @ts-expect-error a world is more than may be known
    bot(world, () => 0);
    // @ts-expect-error what is hidden is no part of what is known
    const nosy: Bot = ({ sealed }) => sealed;
    expect(nosy).toBeTypeOf("function");
  };
  expect(impossible).toBeTypeOf("function");
});

/** Over a line that loses everything, the ticks at which a bot sends, with the topic's initial. */
function sends(policy: string, given: Given, unit = 0.5): string {
  const dead: Laws = { ...hardEvening, length: 39, out: { loss: 1000, delay: [1, 1] } };
  const game = run(dead, "b1:moss-1");
  const bot = made(policy, given);
  while (game.world.open.ended === null) game.take(bot(game.world.open, () => unit));
  return game.events
    .flatMap((event) => (event.kind === "sent" ? [`${event.tick}${event.about[0]}`] : []))
    .join(" ");
}

describe("over a dead line", () => {
  test.each([
    ["retry", { gap: "constant", base: 16 }, "0k 1p 2s 16k 17p 18s 32k 33p 34s"],
    ["retry", { gap: "constant", base: 3, tries: 2 }, "0k 1p 2s 3k 4p 5s"],
    ["retry", { shared: 1 }, "0k 2p 6s 14k 30p"],
    ["retry", { shared: 1, cap: 4, tries: 2 }, "0k 2p 6s 10k 14p 18s"],
    ["retry", { shared: 1, gap: "spread" }, "0k 2p 6s 14k 30p"],
    ["retry", { shared: 1, gap: "full" }, "0k 1p 3s 7k 15p 31s"],
    ["retry", { shared: 1, gap: "equal" }, "0k 2p 5s 11k 23p"],
    ["retry", { shared: 1, gap: "linear" }, "0k 2p 6s 12k 20p 30s"],
    ["retry", { shared: 1, gap: "escalating" }, "0k 18p 28s 30k 32p 34s 36k 38p"],
    ["retry", { shared: 1, gap: "decorrelated" }, "0k 4p 11s 23k"],
    ["clock", { gap: 5, tries: 2 }, "0k 5p 10s 15k 20p 25s"],
    ["clock", { gap: 12 }, "0k 12p 24s 36k"],
    ["idle", {}, ""],
  ])("%s %j sends at %s", (policy, given, ticks) => {
    expect(sends(policy, given)).toBe(ticks);
  });

  test("luck moves a jittered gap by 40 % to either side", () => {
    expect(sends("retry", { gap: "spread", base: 10, shared: 1 }, 0)).toBe("0k 6p 18s");
    expect(sends("retry", { gap: "spread", base: 10, shared: 1 }, 0.999)).toBe("0k 14p");
  });
});

test("one schedule for all starts again at a reply", () => {
  const clear: Laws = { ...hardEvening, forces: { waits: hardEvening.forces.waits ?? never() } };
  const game = run(
    { ...clear, out: { loss: 0, delay: [1, 1] }, in: { loss: 0, delay: [1, 1] } },
    "b1:moss-1",
  );
  const bot = made("retry", { shared: 1, base: 30 });
  while (game.world.open.ended === null) game.take(bot(game.world.open, () => 0));
  const told = game.events.flatMap(({ kind, tick }) =>
    kind === "sent" || kind === "heard" ? [`${tick} ${kind}`] : [],
  );
  expect(told).toEqual(["0 sent", "2 heard", "2 sent", "4 heard", "4 sent", "6 heard"]);
});

function never(): never {
  throw new Error("the evening has no asks");
}
