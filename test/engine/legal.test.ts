import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  deal,
  type Intent,
  type Laws,
  legal,
  longestWait,
  type Move,
  type Refusal,
  refusal,
  sendable,
  step,
} from "../../src/engine/index.ts";
import {
  ask,
  everyEvening,
  hands,
  laws,
  leave,
  letGo,
  moss,
  news,
  play,
  playAll,
  repeat,
  seeds,
  send,
  told,
  wait,
  waits,
} from "./fixtures.ts";

const taciturn = laws({ verbs: ["wait", "send"] });

const refused: readonly (readonly [Refusal, string, readonly Intent[], Intent])[] = [
  ["over", "waiting once the evening is over", [leave], wait(1)],
  ["over", "leaving twice", [leave], leave],
  ["over", "sending when all is settled", [send(), wait(9), wait(9)], send()],
  ["topic", "asking about what nobody has heard of", [], send("constructor")],
  ["topic", "asking the same anew, under another key", [send()], send()],
  ["topic", "asking what was let go", [send(), letGo()], send()],
  ["topic", "asking when it is too late", [wait(64)], send()],
  ["key", "repeating what was never sent", [], repeat()],
  ["key", "repeating what was answered", [send(), wait(9)], repeat()],
  ["key", "letting go what was answered", [send(), wait(9)], letGo()],
  ["key", "repeating what is too late", [wait(49), send()], repeat()],
  ["key", "letting go what is too late", [wait(49), send()], letGo()],
  ["key", "repeating what was answered too late", [wait(49), send(), wait(9)], repeat()],
  ["ticks", "waiting for nothing", [], wait(0)],
  ["ticks", "waiting back", [], wait(-1)],
  ["ticks", "waiting one tick and a half", [], wait(1.5)],
  ["ticks", "waiting for ever", [], wait(Number.POSITIVE_INFINITY)],
  ["ticks", "waiting longer than one can", [], wait(longestWait + 1)],
];
const lingering = laws({ forces: { waits: waits({ linger: 9 }) } });

describe("a refusal", () => {
  test.each(refused)("%s: %s", (why, _, before, intent) => {
    const rules = why === "over" ? laws() : lingering;
    const { world } = playAll(rules, moss, before);
    const after = step(rules, world, intent);
    expect(after.events).toEqual([{ kind: "refused", tick: world.open.tick, why }]);
    expect(after.secrets).toEqual([]);
    expect(after.world).toBe(world);
  });

  test.each([news, send("pot"), repeat(), letGo()])(
    "verb: %o where the level has none",
    (intent) => {
      const none = laws({ verbs: [] });
      const { world } = deal(none, moss);
      expect(step(none, world, intent).events).toEqual([{ kind: "refused", tick: 0, why: "verb" }]);
    },
  );

  test("costs no luck: what comes after it comes as if it had never been tried", () => {
    const plain = playAll(laws(), moss, [send(), wait(9)]);
    const noisy = playAll(laws(), moss, [wait(0), send(), repeat("a7"), wait(9)]);
    expect(noisy.world).toEqual(plain.world);
    expect(noisy.secrets).toEqual(plain.secrets);
  });
});

describe("leaving", () => {
  test("ends the evening on the spot, and is neither won nor lost", () => {
    const { world, events } = playAll(laws(), moss, [send(), leave]);
    expect(world.open).toMatchObject({ tick: 1, ended: "left" });
    expect(told(events).at(-1)).toBe("ended 1");
  });

  test("is always possible, whatever verbs the level has", () => {
    const none = laws({ verbs: [] });
    expect(legal(none, deal(none, moss).world.open)).toEqual([leave]);
  });
});

describe("legal moves", () => {
  test("are finite templates, in the order of the verbs", () => {
    const { open } = playAll(lingering, moss, [send()]).world;
    expect(legal(laws(), open)).toEqual([
      { kind: "wait", most: longestWait },
      news,
      repeat(),
      letGo(),
      leave,
    ]);
    expect(legal(taciturn, open)).toEqual([{ kind: "wait", most: longestWait }, leave]);
  });

  test("what has lapsed is neither repeated nor let go, and everything else still is", () => {
    const two = laws({
      forces: { waits: waits({ asks: [ask("tea", { lasts: 3 }), ask("pot")] }) },
    });
    const deaf: Laws = { ...two, out: { loss: 1000, delay: [1, 1] } };
    const keys = (...intents: readonly Intent[]) =>
      legal(deaf, playAll(deaf, moss, [send(), send("pot"), ...intents]).world.open).flatMap((m) =>
        m.kind === "repeat" || m.kind === "let go" ? [`${m.kind} ${m.key}`] : [],
      );
    expect(keys()).toEqual(["repeat a1", "repeat a2", "let go a1", "let go a2"]);
    expect(keys(wait(1))).toEqual(["repeat a2", "let go a2"]);
  });

  test("none are left when the evening is over", () => {
    expect(legal(laws(), playAll(laws(), moss, [leave]).world.open)).toEqual([]);
  });

  test("nothing can be said where no force listens", () => {
    const silent = laws({ forces: {} });
    expect(sendable(deal(silent, moss).world.open)).toEqual([]);
  });
});

/** Legal or not: all that could be said in an evening, and some that could not. */
const anything: readonly Intent[] = [
  ...[-1, 0, 1, 64, 65].map(wait),
  ...["mon", "tue", "tea", "pot", "key", "no such thing"].map(send),
  ...(["a1", "a2", "a3", "a4", "a9"] as const).flatMap((key) => [repeat(key), letGo(key)]),
  news,
  leave,
];

const offers = (moves: readonly Move[], intent: Intent): boolean =>
  moves.some((move) =>
    move.kind === "wait"
      ? intent.kind === "wait" && intent.ticks >= 1 && intent.ticks <= move.most
      : JSON.stringify(move) === JSON.stringify(intent),
  );

test.each(everyEvening)("%s: what is offered is accepted, and nothing else is", (_, laws) => {
  fc.assert(
    fc.property(seeds, hands, (seed, hand) => {
      for (const { world } of play(laws, seed, hand).steps) {
        const moves = legal(laws, world.open);
        for (const intent of anything)
          expect(refusal(laws, world.open, intent) === null).toBe(offers(moves, intent));
      }
    }),
    { numRuns: 30 },
  );
});
