import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  facts,
  gauge,
  type Laws,
  outcome,
  type Scoring,
  starsFor,
} from "../../src/engine/index.ts";
import {
  ask,
  evenings,
  everyEvening,
  hands,
  last,
  laws,
  letGo,
  moss,
  overload,
  play,
  playAll,
  repeat,
  seeds,
  send,
  together,
  wait,
  waits,
} from "./fixtures.ts";

type Intents = Parameters<typeof playAll>[2];
const scoring: Scoring = { outcome: { "waits.value": 1 }, stars: [25, 50, 72] };
const score = (laws: Laws, ...intents: Intents): number =>
  outcome(laws, scoring, playAll(laws, moss, intents));

const two = laws({
  forces: { waits: waits({ asks: [ask("tea"), ask("pot", { worth: 30, lasts: 20 })] }) },
});

const lingering = laws({ forces: { waits: waits({ linger: 9 }) } });

const hard = (some: Partial<Laws> = {}): Laws =>
  laws({
    length: 100,
    forces: { overload: overload(), waits: waits({ asks: [ask("tea", { lasts: 90 })] }) },
    ...some,
  });

describe("what an evening was worth", () => {
  test("everything, when every answer came as soon as it could", () => {
    expect(score(laws(), send(), wait(9))).toBe(100);
  });

  test("less for each tick it might have come sooner: (2 + 5) of (6 + 5)", () => {
    expect(score(laws(), wait(4), send(), wait(9))).toBe(63.636);
  });

  test("minus half of the worth of what was left hanging", () => {
    expect(score(laws(), wait(64))).toBe(-50);
    expect(score(two, send("tea"), wait(9), wait(64))).toBe((100 * (10 - 15)) / 40);
  });

  test("nothing for what was let go, which is not left hanging", () => {
    expect(score(laws(), send(), letGo())).toBe(0);
  });

  test("nothing for an answer to what was let go: it is a gift", () => {
    expect(score(lingering, send(), letGo(), wait(9))).toBe(0);
    expect(score(lingering, send(), repeat(), letGo(), wait(9), wait(9))).toBe(98.5);
  });

  test("an answer on the closing tick counts, and one tick later it was left hanging", () => {
    expect(score(lingering, wait(48), send(), wait(9))).toBe(12.727);
    expect(score(lingering, wait(49), send(), wait(9), wait(9))).toBe(-50);
    expect(score(lingering, wait(49), send(), wait(9), wait(9), wait(9))).toBe(-50);
  });

  test("a little less for each repeat: 0.15 of 10", () => {
    const quick = laws({ forces: { waits: waits({ linger: 3 }) } });
    expect(score(quick, send(), repeat(), wait(9))).toBe(98.5);
  });

  test("what was never asked, because the evening was left, counts in the whole", () => {
    const later = laws({
      forces: { waits: waits({ asks: [ask("tea"), ask("pot", { opens: 9 })] }) },
    });
    expect(score(later, send(), wait(9))).toBe(50);
  });

  test("a wait that nobody could have shortened costs nothing", () => {
    // Down until 17 whatever one does: heard at 18, and 2 + 17 is allowed.
    expect(score(hard(), send(), wait(64))).toBe(100);
  });

  test("a time away is such a wait: away until 3, heard at 5, and nobody could have done better", () => {
    const away = evenings["away for a moment"];
    expect(score(away, send(), wait(9), wait(9))).toBe(100);
    expect(score(away, wait(3), send(), wait(9), wait(9))).toBe(100);
    // (5 + 5) of (8 + 5)
    expect(score(away, wait(6), send(), wait(9), wait(9))).toBe(76.923);
  });

  test("a time away that an answer at once would have come before, or that is over, excuses nobody", () => {
    const away = (from: number, to: number, opens = 0): Laws =>
      laws({
        partner: { pace: 1, inbox: 9, away: [{ from, to }] },
        forces: { waits: waits({ asks: [ask("tea", { opens })] }) },
      });
    expect(score(away(2, 10), send(), wait(9))).toBe(100);
    // (2 + 5) of (12 + 5)
    expect(score(away(2, 10), wait(3), send(), wait(64))).toBe(41.176);
    expect(score(away(1, 3, 10), wait(64), wait(4), send(), wait(9))).toBe(63.636);
  });

  test("asking at once is always worth everything, whenever the partner is away", () => {
    const delay = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.nat(20),
        delay,
        delay,
        fc.nat(9),
        (from, more, out, back, opens) => {
          const away = laws({
            length: 100,
            out: { loss: 0, delay: [out, out] },
            in: { loss: 0, delay: [back, back] },
            partner: { pace: 1, inbox: 9, away: [{ from, to: from + more }] },
            forces: { waits: waits({ asks: [ask("tea", { opens, lasts: 90 })] }) },
          });
          const first = opens > 0 ? [wait(opens)] : [];
          expect(score(away, ...first, send(), wait(64))).toBe(100);
        },
      ),
    );
  });

  test("hold-ups that follow on each other excuse together", () => {
    const twice = laws({
      length: 60,
      partner: {
        pace: 1,
        inbox: 9,
        away: [
          { from: 1, to: 3 },
          { from: 4, to: 20 },
        ],
      },
    });
    expect(score(twice, send(), wait(64))).toBe(100);
  });

  test("only one's own day excuses a late answer, not the next one's", () => {
    const days = waits({ asks: [ask("mon", { lasts: 60 }), ask("tue")], daily: 1, pause: 9 });
    const bad = laws({ length: 80, forces: { overload: overload(), waits: days } });
    const log = playAll(bad, moss, [wait(40), send("mon"), wait(64), wait(64), wait(64)]);
    // (18 + 5) of (42 + 5) for monday, and half of tuesday lost.
    expect(outcome(bad, scoring, log)).toBe(-0.532);
  });

  test("knocking on a shut door costs what it delays", () => {
    const knocking = score(hard(), send(), repeat(), repeat(), repeat(), wait(64));
    expect(knocking).toBeLessThan(100 - 3 * 1.5);
  });

  test("is weighed by the level, and nothing by a level that weighs nothing", () => {
    const played = playAll(laws(), moss, [send(), wait(9)]);
    expect(outcome(laws(), { ...scoring, outcome: { "waits.value": 0.5 } }, played)).toBe(50);
    expect(outcome(laws(), { ...scoring, outcome: {} }, played)).toBe(0);
  });
});

test.each([
  [24.999, 0],
  [25, 1],
  [49.999, 1],
  [50, 2],
  [72, 3],
  [100, 3],
  [-50, 0],
])("a mean of %d earns %d stars", (mean, stars) => {
  expect(starsFor(scoring, mean)).toBe(stars);
});

describe("the card's facts", () => {
  test("say when things were sent, what came back, and which repeats came before any answer could", () => {
    const played = playAll(lingering, moss, [send(), repeat(), wait(9)]);
    expect(facts(lingering, played)).toEqual([
      { line: "timing", code: "waits.sent", ticks: [0, 1], numbers: { sent: 2, longest: 1 } },
      {
        line: "acknowledgement",
        code: "waits.answered",
        ticks: [1],
        numbers: { answered: 1, asks: 1, early: 1, repeats: 1 },
      },
    ]);
  });

  test("say how long the partner was down, and how much of that was their day alone", () => {
    const numbers = (...intents: Intents) => facts(hard(), playAll(hard(), moss, intents))[0];
    expect(numbers(send(), wait(64))).toEqual({
      line: "timing",
      code: "overload",
      ticks: [1],
      numbers: { knocks: 1, down: 17, natural: 17, crowded: 0 },
    });
    expect(numbers(send(), repeat(), wait(64))?.numbers).toMatchObject({ knocks: 2, down: 19 });
  });

  test("count a partner who never came up again as down until the end", () => {
    const short = hard({ length: 12 });
    expect(facts(short, playAll(short, moss, [send(), wait(64)]))[0]?.numbers["down"]).toBe(12);
  });

  test("count each day's trouble once, even where the next one dawns in the middle of it", () => {
    const days = waits({ asks: [ask("mon"), ask("tue")], daily: 1, pause: 2 });
    const bad = laws({ length: 40, forces: { overload: overload(), waits: days } });
    const intents = [send("mon"), letGo(), wait(2), wait(64), send("tue"), wait(64)];
    // Down from 0, dawned anew at 3, and up again at 3 + 17.
    expect(facts(bad, playAll(bad, moss, intents))[0]?.numbers["down"]).toBe(20);
  });

  test("a level without forces has no facts", () => {
    const none = laws({ forces: {} });
    expect(facts(none, playAll(none, moss, [wait(9)]))).toEqual([]);
    expect(outcome(none, scoring, playAll(none, moss, [wait(9)]))).toBe(0);
  });
});

test.each(everyEvening)("%s: the card counts the answers that the gauge counts", (_, laws) => {
  fc.assert(
    fc.property(seeds, hands, (seed, hand) => {
      const { steps } = play(laws, seed, hand);
      const { open } = last(steps).world;
      const card = facts(laws, together(steps)).find(({ code }) => code === "waits.answered");
      expect(card?.numbers["answered"]).toBe(gauge(open, "waits.answered"));
      expect(outcome(laws, scoring, together(steps))).toBeLessThanOrEqual(100);
    }),
  );
});

describe("a gauge", () => {
  const { open } = playAll(two, moss, [send("tea"), wait(9), wait(64)]).world;

  test("counts what everyone can see", () => {
    expect(gauge(open, "waits.answered")).toBe(1);
    expect(gauge(open, "waits.lapsed")).toBe(1);
  });

  test.each(["waits.worth", "overload.strain", "overload.answered", "waits", ""])(
    "%j is not one",
    (of) => {
      expect(gauge(open, of)).toBeNull();
    },
  );
});
