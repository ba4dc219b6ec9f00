import fc from "fast-check";
import { expect, test } from "vitest";
import { shares } from "../../src/ui/shares.ts";

test("largest remainders: the seats that Hamilton's method gives", () => {
  // Votes of 100,000 for ten seats, a textbook's own example: en.wikipedia.org/wiki/Quota_method, Hare quota.
  expect(shares([4.7, 1.6, 1.58, 1.2, 0.61, 0.31], 10)).toEqual([5, 2, 1, 1, 1, 0]);
});

test("whole amounts add up to the total, each within one of what it stands for", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -99, max: 99, noNaN: true }), { minLength: 1 }),
      (all) => {
        const total = Math.round(all.reduce((sum, n) => sum + n, 0));
        const whole = shares(all, total);
        expect(whole.reduce((sum, n) => sum + n, 0) - total).toBeCloseTo(0);
        for (const [i, n] of whole.entries())
          expect(Math.abs(n - (all[i] ?? 0))).toBeLessThan(1 + 1e-9);
      },
    ),
  );
});
