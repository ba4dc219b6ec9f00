import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  deal,
  type Event,
  type Intent,
  type Laws,
  legal,
  outcome,
  refusal,
  run,
  type Secret,
  seedFrom,
} from "../../../src/engine/index.ts";
import { hands, laws, moss, ofKind, play, playAll, seeds, together, wait } from "../fixtures.ts";
import { running } from "./modes-fixture.ts";

const mode = (to: "off" | "core" | "reduced" | "full"): Intent => ({ kind: "mode", to });
const notice: Intent = { kind: "send", what: "announce", about: "space" };
const ask: Intent = { kind: "send", what: "ask", about: "dinner" };
const ticks = (n: number): readonly Intent[] => Array.from({ length: n }, () => wait(1));

const wondered = (secrets: readonly Secret[]): readonly number[] =>
  ofKind(secrets, "wondered").map(({ cost }) => cost);
const lived = (events: readonly Event[]): readonly string[] =>
  ofKind(events, "lived").map((event) => event.mode);

describe("energy", () => {
  test("goes with the mode and comes back with the night", () => {
    const { events } = playAll(running({ good: 2 }), moss, [mode("reduced"), wait(1)]);
    const [first, second] = ofKind(events, "lived");
    expect([first?.mode, second?.mode]).toEqual(["reduced", "reduced"]);
    for (const { gain } of ofKind(events, "lived")) {
      expect(gain).toBeGreaterThanOrEqual(1.5);
      expect(gain).toBeLessThanOrEqual(2.5);
    }
  });

  test("that does not cover the mode is a crash: so many ticks in the dark, then the core", () => {
    const { events, world } = playAll(running({ good: 0, dark: 3 }), moss, ticks(9));
    // Ten, and 3.4 a tick: the third tick is the first that is not covered.
    expect(lived(events).slice(0, 8)).toEqual([
      "full",
      "full",
      "off",
      "off",
      "off",
      "off",
      "off",
      "off",
    ]);
    expect(ofKind(events, "crashed").map(({ tick, until }) => [tick, until])).toEqual([
      [2, 6],
      [6, 10],
    ]);
    expect(world.open.forces.modes).toMatchObject({ mode: "core", crashes: 2 });
  });

  test("in the dark there is nothing to do but wait, or leave", () => {
    const of = running({ good: 0 });
    const { world } = playAll(of, moss, ticks(4));
    expect(new Set(legal(of, world.open).map(({ kind }) => kind))).toEqual(
      new Set(["wait", "wait for news", "leave"]),
    );
    expect(refusal(of, world.open, mode("full"))).toBe("dark");
    expect(refusal(of, world.open, notice)).toBe("dark");
  });

  test("for fewer than two more ticks is news, once", () => {
    const { events } = playAll(running({ good: 0.4, fullCost: 2 }), moss, ticks(6));
    expect(ofKind(events, "running low")).toHaveLength(1);
  });
});

describe("what they take you for", () => {
  test("stays fine until a notice arrives, and each tick until then costs", () => {
    const told = playAll(running(), moss, [mode("core"), notice, ...ticks(4)]);
    expect(wondered(told.secrets)).toEqual([1.1, 1.1]);
    const quiet = playAll(running(), moss, [mode("core"), ...ticks(5)]);
    expect(wondered(quiet.secrets)).toHaveLength(6);
  });

  test("is what the notice said, so that going lower is a step they do not know of", () => {
    const game = playAll(running(), moss, [mode("reduced"), notice, ...ticks(2), mode("core")]);
    expect(wondered(game.secrets)).toEqual([0.55, 0.55, 0.55]);
    expect(game.world.open.forces.modes?.known).toMatchObject({ mode: "reduced", tick: 3 });
  });

  test("is fine again once you run full, and an old ACK says nothing of the next low time", () => {
    const lows = [mode("core"), notice, mode("full"), mode("core"), wait(1)];
    const { world } = playAll(running(), moss, lows);
    expect(world.open.forces.modes?.known).toBeNull();
  });

  test("makes them ask whether they did something, and for how long they wondered", () => {
    const of = running({ wonder: 1000 });
    const { events } = playAll(of, moss, [mode("core"), ...ticks(4)]);
    expect(ofKind(events, "heard")).toMatchObject([{ key: null, tone: "puzzled", values: [3] }]);
    const told = playAll(of, moss, [mode("core"), notice, ...ticks(8)]);
    expect(ofKind(told.events, "heard").filter(({ key }) => key === null)).toEqual([]);
  });
});

describe("what is offered", () => {
  test("is carried for its energy and its worth, or passes when the next one comes", () => {
    const of = running({ every: 3, stays: 3 });
    const { events } = playAll(of, moss, [...ticks(3), { kind: "take" }, ...ticks(6)]);
    const [offer] = ofKind(events, "offered");
    expect(ofKind(events, "carried")).toMatchObject([{ about: offer?.about, tick: 3 }]);
    expect(ofKind(events, "passed")).toMatchObject([{ tick: 9 }]);
  });

  test("is refused where the core, or the mode you run, would go short for it", () => {
    const of = running({ good: 0, offers: [{ about: "call", cost: 8, worth: 3 }], fullCost: 1 });
    const { world } = playAll(of, moss, ticks(3));
    expect(refusal(of, world.open, { kind: "take" })).toBe("energy");
    expect(legal(of, world.open)).not.toContainEqual({ kind: "take" });
  });

  test("never goes before the core: no tick carries anything while the core is missing", () => {
    const dry = running({ good: 1, bad: [0, 0.5] });
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        const { events } = together(play(dry, seed, hand, 3).steps);
        const missing = new Set(ofKind(events, "missed").map(({ tick }) => tick));
        return ofKind(events, "carried").every(({ tick }) => !missing.has(tick));
      }),
    );
  });
});

describe("their own bad day", () => {
  const low = { theirs: [{ after: [1, 1], lasts: [30, 30] }] } as const;

  test("makes a no of what is asked, and the no costs", () => {
    const { events, secrets } = playAll(running(low), moss, [...ticks(2), ask, ...ticks(2)]);
    expect(ofKind(secrets, "burdened")).toHaveLength(1);
    expect(ofKind(events, "heard")).toMatchObject([{ tone: "not tonight" }]);
  });

  test("on any other day it is a yes, with energy in it", () => {
    const { events } = playAll(running({ good: 0, lift: 3 }), moss, [mode("core"), ask, wait(1)]);
    expect(ofKind(events, "heard")).toMatchObject([{ tone: "plain" }]);
    expect(ofKind(events, "energy").at(-1)).toMatchObject({ now: 10 - 3 * 0.6 + 3 });
  });

  test("does not stop an ACK: the core is there", () => {
    const { world } = playAll(running(low), moss, [...ticks(2), mode("core"), notice, wait(2)]);
    expect(world.open.forces.modes?.known).toMatchObject({ mode: "core" });
  });
});

test("no mood gives away how they are: never more than four in five", () => {
  const of = running({ theirs: [{ after: [4, 20], lasts: [19, 22] }], words: 3 });
  const counts = new Map<string, number>();
  const add = (key: string): Map<string, number> => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let n = 1; n <= 400; n++)
    for (const { tone, of: state } of ofKind(playAll(of, seedFrom(n), ticks(60)).secrets, "sign")) {
      add(tone);
      add(`${tone} ${state}`);
    }
  for (const tone of ["light", "thin"])
    for (const state of ["fine", "low"]) {
      const share = (counts.get(`${tone} ${state}`) ?? 0) / (counts.get(tone) ?? 0);
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.8);
    }
});

test("seven bad nights in ten are followed by a bad spell", () => {
  let [nights, spells] = [0, 0];
  for (let n = 1; n <= 1500; n++) {
    const force = deal(running(), seedFrom(n)).world.sealed.forces.modes;
    const starts = force?.spells.map(({ from }) => from - 1) ?? [];
    nights += force?.nights.length ?? 0;
    spells += force?.nights.filter((night) => starts.includes(night)).length ?? 0;
  }
  expect(spells / nights).toBeGreaterThan(0.67);
  expect(spells / nights).toBeLessThan(0.73);
});

test("the outcome is a hundred for full mode all evening", () => {
  const of: Laws = running({ good: 5, spells: [] });
  const game = run(of, moss);
  while (game.world.open.ended === null) game.take(wait(1));
  const scoring = { outcome: { "modes.value": 1 }, stars: [25, 50, 70] } as const;
  expect(outcome(of, scoring, game)).toBe(100);
});

test("a level without modes refuses them", () => {
  expect(refusal(laws(), deal(laws(), moss).world.open, mode("core"))).toBe("verb");
});
