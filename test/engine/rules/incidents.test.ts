import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  deal,
  type Intent,
  type Laws,
  refusal,
  type Secret,
  seedFrom,
} from "../../../src/engine/index.ts";
import { heard, laws, moss, ofKind, playAll, repeat, seeds, wait } from "../fixtures.ts";

type Incidents = NonNullable<Laws["forces"]["incidents"]>;

/** One wrong at tick 0, over a line that brings everything in a tick. */
const under = (some: Partial<Incidents> = {}, more: Partial<Laws> = {}): Laws =>
  laws({
    verbs: ["wait", "wait for news", "send", "repeat"],
    kinds: ["apology"],
    forces: {
      incidents: {
        wrongs: [{ about: "tea", at: [0, 0] }],
        hurt: 8,
        most: 14,
        festers: 1.02,
        full: 900,
        brief: 300,
        heals: 100,
        healsBrief: 15,
        reopens: 7,
        annoys: 2,
        worn: 4,
        flood: [0, 0],
        stings: 0,
        ache: 0.12,
        load: 3,
        linger: 20,
        ...some,
      },
    },
    ...more,
  });

const sorry: Intent = { kind: "send", what: "apology", about: "tea" };
const brief: Intent = { ...sorry, brief: true };
const amends = (secrets: readonly Secret[]) => ofKind(secrets, "amends")[0];
/** Waits tick by tick, since any news ends a wait; then lets the evening pass. */
const play = (rules: Laws, ...intents: Intent[]) => {
  const ticking = [...intents, wait(60)].flatMap((intent) =>
    intent.kind === "wait" ? Array.from({ length: intent.ticks }, () => wait(1)) : [intent],
  );
  const all = playAll(rules, moss, ticking);
  return { ...all, events: all.events.filter(({ kind }) => kind !== "refused") };
};

describe("an apology", () => {
  test("lands once, and is heard", () => {
    const { events, secrets } = play(under(), sorry);
    expect(heard(events)).toEqual(["a1 landed 2"]);
    expect(ofKind(secrets, "sorry landed").map(({ tick }) => tick)).toEqual([1]);
  });

  test("takes most of the hurt in full, and little in a few words", () => {
    const full = amends(play(under(), sorry).secrets);
    const few = amends(play(under(), brief).secrets);
    const none = amends(play(under()).secrets);
    expect(full?.ache).toBeLessThan(30);
    expect(few?.ache).toBeGreaterThan(150);
    expect(none?.ache).toBeGreaterThan(500);
    expect(full?.annoyance).toBe(0);
  });

  test("sent again changes nothing but their patience, and each time more", () => {
    const once = amends(play(under(), sorry, wait(3)).secrets);
    const twice = amends(play(under(), sorry, repeat()).secrets);
    const thrice = amends(play(under(), sorry, repeat(), repeat()).secrets);
    expect([twice?.ache, thrice?.ache]).toEqual([once?.ache, once?.ache]);
    expect([once?.annoyance, twice?.annoyance, thrice?.annoyance]).toEqual([0, 2, 8]);
  });

  test("sent again after it was heard costs half as much more", () => {
    const { secrets, events } = play(under(), sorry, wait(2), repeat());
    expect(amends(secrets)?.annoyance).toBe(3);
    expect(heard(events)).toHaveLength(2);
  });

  test("said anew for what has landed opens it again, and they say so", () => {
    const { events, secrets } = play(under(), sorry, wait(3), sorry);
    expect(heard(events).map((line) => line.split(" ")[1])).toEqual(["landed", "sore"]);
    expect(ofKind(secrets, "sorry reopened")).toHaveLength(1);
    expect(amends(secrets)?.ache).toBeGreaterThan(70);
  });

  test("is a new one once its key is forgotten", () => {
    const away = under({}, { partner: { pace: 1, inbox: 9, away: [], memory: 9 } });
    const kept = play(away, sorry, wait(8), repeat());
    const late = play(away, sorry, wait(9), repeat());
    expect(ofKind(kept.secrets, "sorry reopened")).toHaveLength(0);
    expect(ofKind(late.secrets, "sorry reopened")).toHaveLength(1);
  });
});

describe("while they cannot hear it", () => {
  const flooded = under({ flood: [5, 5], stings: 4 });

  test("they say so, and say when it is over", () => {
    const { events } = play(flooded);
    const said = ofKind(events, "heard").map(({ tick, key, values }) => [tick, key, values[0]]);
    expect(said).toEqual([
      [1, null, 1],
      [6, null, 2],
      [10, null, 2],
    ]);
  });

  test("an apology only stings, and the same one lands later", () => {
    const early = play(flooded, sorry, wait(6), repeat());
    const patient = play(flooded, wait(7), sorry);
    expect(ofKind(early.secrets, "sorry too soon").map(({ tick }) => tick)).toEqual([1]);
    expect(ofKind(early.secrets, "sorry landed").map(({ tick }) => tick)).toEqual([8]);
    expect(amends(early.secrets)?.ache).toBeGreaterThan(amends(patient.secrets)?.ache ?? 0);
  });
});

test("a wrong that was heard may be spoken of again, one without a word may not be repeated", () => {
  const rules = under();
  expect(refusal(rules, deal(rules, moss).world.open, repeat())).toBe("key");
  const { world } = playAll(rules, moss, [sorry, wait(3)]);
  expect(refusal(rules, world.open, repeat())).toBeNull();
  expect(world.open.forces.incidents?.wrongs[0]?.heard).toBe(2);
});

test("when it goes wrong is the player's own luck: the hidden seed moves nothing", () => {
  const rules = under({ wrongs: [{ about: "tea", at: [0, 30] }] });
  const own = seedFrom(7);
  const ticks = [1, 2, 3, 4].map((n) => {
    const { forces } = deal(rules, seedFrom(n), own).world.sealed;
    return forces.incidents?.due[0]?.at;
  });
  expect(new Set(ticks).size).toBe(1);
});

test("hurt never leaves its bounds, whatever is said and how often", () => {
  const moves = fc.array(fc.constantFrom<Intent>(sorry, brief, repeat("a1"), wait(2), wait(5)), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(seeds, moves, (seed, intents) => {
      const { world } = playAll(under({ flood: [0, 6], stings: 3 }), seed, intents);
      for (const { hurt } of world.sealed.forces.incidents?.wrongs ?? []) {
        expect(hurt).toBeGreaterThanOrEqual(0);
        expect(hurt).toBeLessThanOrEqual(14);
      }
    }),
  );
});
