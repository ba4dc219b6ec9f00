import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Laws, Secret } from "../../src/engine/index.ts";
import {
  ask,
  everyEvening,
  hands,
  laws,
  letGo,
  type moss,
  ofKind,
  overload,
  play,
  playAll,
  seeds,
  together,
  wait,
  waits,
} from "./fixtures.ts";

/** Every put's place, and what became of it. */
const fates = (secrets: readonly Secret[]): ReadonlyMap<string, number | null> =>
  new Map(ofKind(secrets, "put").map((p) => [`${p.way} ${p.tick} ${p.slot}`, p.due]));

test.each(everyEvening)(
  "%s: whatever one does otherwise, what is put on the wire at the same place has the same fate",
  (_, laws) => {
    fc.assert(
      fc.property(seeds, hands, hands, (seed, mine, yours) => {
        const [a, b] = [mine, yours].map((hand) =>
          fates(together(play(laws, seed, hand).steps).secrets),
        );
        for (const [place, due] of a ?? []) if (b?.has(place)) expect(b.get(place)).toBe(due);
      }),
    );
  },
);

describe("the partner's days", () => {
  const five: Laws = laws({
    length: 400,
    forces: {
      overload: overload({ hardDay: 500, hardStrain: [1, 4] }),
      waits: waits({
        asks: ["mon", "tue", "wed", "thu", "fri"].map((about) => ask(about, { lasts: 30 })),
        daily: 1,
        pause: 4,
      }),
    },
  });

  /** How long each hard day would have lasted by itself. */
  const hardness = (seed: typeof moss, intents: Parameters<typeof playAll>[2]) => {
    const { events, secrets } = playAll(five, seed, intents);
    const hard = ofKind(secrets, "unreachable");
    return ofKind(events, "dawn").map(
      ({ tick }) => hard.filter((h) => h.tick === tick).map((h) => h.until - tick)[0] ?? 0,
    );
  };

  test("are as hard as they are, however late they begin", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const idle = hardness(seed, Array(20).fill(wait(64)));
        const early = ["mon", "tue", "wed", "thu", "fri"].flatMap((about, i) => [
          { kind: "send", what: "ask", about } as const,
          letGo(`a${i + 1}`),
          ...Array(9).fill(wait(1)),
        ]);
        const hasty = hardness(seed, early);
        expect(hasty.length).toBeGreaterThan(1);
        expect(idle.slice(0, hasty.length)).toEqual(hasty);
      }),
    );
  });
});
