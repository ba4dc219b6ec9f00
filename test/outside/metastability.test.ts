import { describe, expect, test } from "vitest";
import { type Laws, run } from "../../src/engine/index.ts";
import {
  ask,
  laws,
  moss,
  ofKind,
  overload,
  repeat,
  send,
  wait,
  waits,
} from "../engine/fixtures.ts";

/*
 * Metastable failure (Bronson, Aghayev, Charapko, Zhu, HotOS 2021): the trigger is gone, and retries alone keep
 * a service down. Here in closed form. One knock every k ticks adds a, a share d is kept per tick, and the
 * partner opens below e. Just before the next knock, strain settles at a d^(k-1) / (1 - d^k); that is never
 * below e, and the partner never opens, just when k <= ln(1 + a / (d e)) / -ln d.
 */
const OPEN_AT = 0.4;
const threshold = (a: number, d: number): number => Math.log(1 + a / (d * OPEN_AT)) / -Math.log(d);

/** Long enough for any trace of how it began to fade: 1500 ticks are 45 of the longest time constants. */
const length = 1500;
const down = (a: number, d: number): Laws => {
  const tau = -1 / Math.log(d);
  return laws({
    length,
    partner: { pace: 1, inbox: length, away: [] },
    forces: {
      overload: overload({ gain: [a, a], fade: [tau, tau], openAt: OPEN_AT, hardStrain: [3, 3] }),
      waits: waits({ asks: [ask("tea", { lasts: length })] }),
    },
  });
};

/** The tick at which the partner opens under a knock every k ticks, or null if never. */
function opens(a: number, d: number, k: number): number | null {
  const game = run(down(a, d), moss);
  game.take(send());
  while (game.world.open.ended === null && game.world.open.heard.count === 0) {
    for (let left = k - 1; left > 0; left -= 64) game.take(wait(Math.min(64, left)));
    game.take(repeat());
  }
  return ofKind(game.secrets, "opened")[0]?.tick ?? null;
}

describe("a lone knock, again and again", () => {
  test.each([
    [0.8, 0.9, 11],
    [1.2, 0.97, 46],
    [0.3, 0.8, 2],
  ])(
    "of %d, where %d is kept: every %d ticks it keeps the partner down, one more and it does not",
    (a, d, k) => {
      expect(Math.floor(threshold(a, d))).toBe(k);
      expect(opens(a, d, k)).toBeNull();
      expect(opens(a, d, k + 1)).not.toBeNull();
    },
  );

  test("falls on its side of the closed form, but within rounding of the very edge", () => {
    const astray: number[] = [];
    for (const a of [0.3, 0.5, 0.8, 1, 1.2])
      for (const d of [0.72, 0.8, 0.85, 0.9, 0.95, 0.97]) {
        const edge = threshold(a, d);
        for (let k = 1; k < edge + 5; k++)
          if ((opens(a, d, k) === null) !== k <= edge) astray.push(Math.abs(k - edge));
      }
    expect(astray.every((far) => far < 0.002)).toBe(true);
    expect(astray.length).toBeLessThan(2);
  });
});
