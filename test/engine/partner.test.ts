import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Laws, PartnerLaw } from "../../src/engine/index.ts";
import {
  ask,
  heard,
  laws,
  moss,
  ofKind,
  overload,
  playAll,
  repeat,
  seeds,
  send,
  told,
  wait,
  waits,
} from "./fixtures.ts";

const with_ = (partner: Partial<PartnerLaw>): Laws =>
  laws({
    partner: { pace: 1, inbox: 9, away: [], ...partner },
    forces: { waits: waits({ linger: 40 }) },
  });

/** Reads per tick, told by the hidden log. */
const reads = (laws: Laws, ...intents: Parameters<typeof playAll>[2]): readonly number[] =>
  ofKind(playAll(laws, moss, intents).secrets, "read").map(({ tick }) => tick);

const sends = (count: number) => [send(), ...Array.from({ length: count - 1 }, () => repeat())];
const untilFive = [{ from: 0, to: 5 }];

describe("the partner's inbox", () => {
  test("one more than it holds is dropped, and no reply ever comes to that attempt", () => {
    const two = with_({ inbox: 2, away: untilFive });
    const { events, secrets } = playAll(two, moss, [...sends(3), wait(9), wait(9)]);
    expect(told(ofKind(secrets, "dropped"))).toEqual(["dropped 3"]);
    expect(heard(events)).toEqual(["a1 plain 7", "a1 again 8"]);
  });

  test("what was read makes room", () => {
    const two = with_({ inbox: 2 });
    expect(ofKind(playAll(two, moss, [...sends(2), wait(9)]).secrets, "dropped")).toEqual([]);
  });
});

describe("the partner's pace", () => {
  test.each([
    [3, [6, 6, 6, 7]],
    [2, [6, 6, 7, 7]],
    [1.5, [6, 7, 7, 8]],
    [1, [6, 7, 8, 9]],
    [0.5, [7, 9, 11, 13]],
    [0.1, [15, 25, 35, 45]],
  ])("of %d: four messages that waited until tick 6 are read at %j", (pace, ticks) => {
    const away = with_({ pace, away: untilFive });
    expect(reads(away, ...sends(4), ...Array.from({ length: 40 }, () => wait(2)))).toEqual(ticks);
  });

  test("is not saved up: whatever has come before, one tick is never more than one tick", () => {
    const bursts: Laws = {
      ...with_({ pace: 2, inbox: 99 }),
      out: { loss: 0, delay: [1, 6] },
      in: { loss: 1000, delay: [1, 1] },
    };
    fc.assert(
      fc.property(seeds, (seed) => {
        const { secrets } = playAll(bursts, seed, sends(30));
        const counts = new Map<number, number>();
        for (const { tick } of ofKind(secrets, "read"))
          counts.set(tick, (counts.get(tick) ?? 0) + 1);
        expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
      }),
    );
  });
});

test("half-read is not read: being called away means beginning again", () => {
  const slow = with_({ pace: 0.4, away: [{ from: 3, to: 5 }] });
  expect(reads(slow, send(), ...Array.from({ length: 9 }, () => wait(2)))).toEqual([8]);
});

describe("replies of one tick", () => {
  test("each have luck of their own", () => {
    const lossy = {
      ...with_({ pace: 9, away: untilFive }),
      in: { loss: 500, delay: [1, 9] as const },
    };
    const { secrets } = playAll(lossy, moss, [...sends(6), wait(9), wait(9), wait(9)]);
    const replies = ofKind(secrets, "put").filter(({ way }) => way === "in");
    expect(replies.map(({ tick, slot }) => [tick, slot])).toEqual(
      [0, 1, 2, 3, 4, 5].map((s) => [6, s]),
    );
    expect(new Set(replies.map(({ due }) => due)).size).toBeGreaterThan(2);
  });
});

describe("an overwhelmed partner", () => {
  const day = (strain: number, gain = 0.5): Laws =>
    laws({
      length: 200,
      partner: { pace: 1, inbox: 99, away: [] },
      forces: {
        overload: overload({ hardStrain: [strain, strain], gain: [gain, gain] }),
        waits: waits({ asks: [ask("tea", { lasts: 199 })], linger: 5 }),
      },
    });

  test("answers nothing until strain has fallen below the line by itself", () => {
    // 2 x 0.904837^17 = 0.365 < 0.4 <= 0.404 = 2 x 0.904837^16
    const { events, secrets } = playAll(day(2), moss, [send(), wait(64), wait(64)]);
    expect(told(ofKind(secrets, "opened"))).toEqual(["opened 17"]);
    expect(ofKind(secrets, "unreachable")).toEqual([
      { kind: "unreachable", tick: 0, until: 17, why: "down" },
    ]);
    expect(told(ofKind(events, "heard"))).toEqual(["heard 18"]);
  });

  test("a first message weighs nothing; one more on the pile does", () => {
    const opened = (...intents: Parameters<typeof playAll>[2]) =>
      told(ofKind(playAll(day(2), moss, [...intents, wait(64)]).secrets, "opened"));
    expect(opened(send())).toEqual(["opened 17"]);
    // 2 x 0.904837^2 + 0.5 = 2.137 at tick 2, and 2.137 x 0.904837^17 = 0.390
    expect(opened(send(), repeat())).toEqual(["opened 19"]);
  });

  test("is strained by what a full inbox drops: knocking on it is not free", () => {
    const small = { ...day(2), partner: { pace: 1, inbox: 1, away: [] } };
    const intents = [send(), repeat(), wait(64)];
    const { secrets } = playAll(small, moss, intents);
    expect(told(ofKind(secrets, "dropped"))).toEqual(["dropped 2"]);
    expect(told(ofKind(secrets, "knock"))).toEqual(["knock 1", "knock 2"]);
    const opened = ofKind(playAll(day(2), moss, intents).secrets, "opened");
    expect(ofKind(secrets, "opened")).toEqual(opened);
    expect(told(opened)).toEqual(["opened 19"]);
  });

  test("recovers while away, too", () => {
    const gone = { ...day(2), partner: { pace: 1, inbox: 99, away: [{ from: 10, to: 30 }] } };
    const { events, secrets } = playAll(gone, moss, [send(), wait(64)]);
    expect(told(ofKind(secrets, "opened"))).toEqual(["opened 17"]);
    expect(heard(events).map((line) => line.split(" ")[2])).toEqual(["32"]);
  });

  test("below the line that shuts a person down, the day is not hard", () => {
    const { secrets } = playAll(day(0.9), moss, [send(), wait(9)]);
    expect(told(secrets)).toEqual(["put 0", "reached 1", "read 1", "sign 1", "put 1"]);
  });

  test("can be shut down by knocking alone", () => {
    const busy = { ...day(0.9, 1), partner: { pace: 0.25, inbox: 99, away: [] } };
    const { secrets } = playAll(busy, moss, [...sends(3), wait(64)]);
    expect(told(ofKind(secrets, "shut"))).toEqual(["shut 2"]);
  });

  test("sounds thinner than one who is not, most of the time", () => {
    const thin = (hardDay: number): number => {
      const many = Array.from({ length: 400 }, (_, i) => {
        const rules = laws({
          forces: { overload: overload({ hardDay, hardStrain: [0.9, 0.9] }), waits: waits() },
        });
        return heard(playAll(rules, `b1:${i}`, [send(), wait(9)]).events)[0];
      });
      return many.filter((line) => line === "a1 thin 2").length;
    };
    expect(thin(1000)).toBeGreaterThan(240);
    expect(thin(0)).toBeLessThan(160);
  });
});
