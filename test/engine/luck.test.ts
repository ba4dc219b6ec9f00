import fc from "fast-check";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, test } from "vitest";
import {
  chance,
  isSeed,
  luck,
  type Purpose,
  pick,
  purposes,
  type Root,
  root,
  seedFrom,
  unit,
} from "../../src/engine/luck.ts";

const MAX = 0xffff_ffff;
const moss = root("b1:moss-4f2a");

describe("a draw is frozen for as long as the tag b1 is", () => {
  test.each<readonly [Purpose, readonly number[], number]>([
    ["laws", [], 1_952_687_180],
    ["laws", [1], 2_341_799_116],
    ["day", [0], 3_577_129_788],
    ["day", [1], 3_293_641_846],
    ["out-loss", [12, 0], 466_057_700],
    ["out-loss", [12, 1], 2_678_593_014],
    ["in-loss", [12, 0], 3_940_030_534],
    ["mood", [999_999, 3], 437_352_465],
    ["words", [-1, -1], 1_305_462_115],
    ["bot", [4_294_967_295, 65_535], 2_284_497_921],
  ])("b1:moss-4f2a %s %j is %i", (purpose, [a, b], draw) => {
    expect(luck(moss, purpose, a, b)).toBe(draw);
  });

  test("a seed folds to the same 64 bits", () => {
    expect(moss).toEqual([3_205_705_078, 2_366_855_199]);
    expect(root("b1:a")).toEqual([1_223_087_802, 373_238_295]);
  });

  test("a number names the same seed", () => {
    expect([0, 1, 2, 1000, MAX].map(seedFrom)).toEqual([
      "b1:fig-f20a",
      "b1:ribbon-c1fb",
      "b1:meadow-1af4",
      "b1:otter-c28f",
      "b1:moss-886f",
    ]);
  });
});

/** One uint32 for each index: the draws along one key, and a well-known generator as the measure of the test itself. */
const streams: Readonly<Record<string, () => (index: number) => number>> = {
  "consecutive ticks": () => (i) => luck(moss, "day", i),
  "consecutive slots": () => (i) => luck(moss, "out-loss", 7, i),
  "ticks by four slots": () => (i) => luck(moss, "in-delay", i >>> 2, i & 3),
  "consecutive seeds": () => (i) => luck(root(seedFrom(i)), "day", 3),
  "counted seeds": () => (i) => luck(root(`b1:${i}`), "out-copy", 1, 1),
  purposes: () => (i) =>
    luck(moss, purposes[i % purposes.length] ?? "laws", Math.floor(i / purposes.length)),
  "pure-rand's xoroshiro128+": () => {
    const generator = xoroshiro128plus(42);
    return () => generator.next() >>> 0;
  },
};

const DRAWS = 65_536;

function draws(stream: string): readonly number[] {
  const draw = streams[stream]?.() ?? (() => 0);
  return Array.from({ length: DRAWS }, (_, index) => draw(index));
}

/** Distance of a chi-square over 256 equal cells from its mean 255, in its standard deviations (sqrt(2 * 255)). */
function unevenness(cells: readonly number[]): number {
  const seen = new Array<number>(256).fill(0);
  for (const cell of cells) seen[cell] = (seen[cell] ?? 0) + 1;
  const due = cells.length / 256;
  const square = seen.reduce((sum, count) => sum + (count - due) * (count - due), 0) / due;
  return Math.abs(square - 255) / Math.sqrt(510);
}

/** Correlation of a stream with itself `lag` draws on, in standard deviations of pure chance. */
function echo(values: readonly number[], lag: number): number {
  const centred = values.map((value) => unit(value) - 0.5);
  const sum = centred.reduce((so, value, at) => so + value * (centred[at + lag] ?? 0), 0);
  return Math.abs(sum * 12) / Math.sqrt(values.length);
}

describe.each(Object.keys(streams))("the draws of %s", (stream) => {
  const values = draws(stream);

  test.each([0, 8, 16, 24])("fill the byte from bit %i evenly", (shift) => {
    expect(unevenness(values.map((value) => (value >>> shift) & 255))).toBeLessThan(4.5);
  });

  test.each([0, 14, 28])("come in even pairs of neighbours, bits %i to +3", (shift) => {
    const nibble = (value: number): number => (value >>> shift) & 15;
    const pairs = values.map((value, at) => nibble(value) * 16 + nibble(values[at - 1] ?? 0));
    expect(unevenness(pairs)).toBeLessThan(4.5);
  });

  test.each([1, 2, 3, 4, 5, 14, 56])("do not echo %i draws later", (lag) => {
    expect(echo(values, lag)).toBeLessThan(4.5);
  });
});

describe("every bit of every key moves every bit of the draw half of the time", () => {
  type Key = { readonly root: Root; readonly a: number; readonly b: number };
  const flips: Readonly<Record<string, (key: Key, bit: number) => Key>> = {
    "the seed's left half": (key, bit) => ({ ...key, root: [key.root[0] ^ bit, key.root[1]] }),
    "the seed's right half": (key, bit) => ({ ...key, root: [key.root[0], key.root[1] ^ bit] }),
    "the first key": (key, bit) => ({ ...key, a: key.a ^ bit }),
    "the second key": (key, bit) => ({ ...key, b: key.b ^ bit }),
  };
  const keys = Array.from(
    { length: 2048 },
    (_, at): Key => ({ root: moss, a: at >>> 3, b: at & 7 }),
  );
  const draw = (key: Key): number => luck(key.root, "out-delay", key.a, key.b);

  test.each(Object.keys(flips))("%s", (name) => {
    const flip = flips[name] ?? ((key) => key);
    const moved = Array.from({ length: 32 }, (_, bit) => {
      const counts = new Array<number>(32).fill(0);
      for (const key of keys) {
        const change = draw(key) ^ draw(flip(key, 1 << bit));
        for (let out = 0; out < 32; out += 1) {
          counts[out] = (counts[out] ?? 0) + ((change >>> out) & 1);
        }
      }
      return counts.map((count) => count / keys.length);
    }).flat();
    // 1,024 shares with a deviation of 0.011 each: five of them.
    expect(Math.min(...moved)).toBeGreaterThan(0.445);
    expect(Math.max(...moved)).toBeLessThan(0.555);
  });
});

describe("draws share nothing but their key", () => {
  const call = fc.record({
    purpose: fc.constantFrom(...purposes),
    a: fc.nat({ max: 500 }),
    b: fc.nat({ max: 20 }),
  });

  test("changing one key, or drawing in another order, changes no other draw", () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 1 }), fc.nat(), call, (calls, where, other) => {
        const changed = where % calls.length;
        const before = calls.map(({ purpose, a, b }) => luck(moss, purpose, a, b));
        const after = calls
          .map((same, at) => (at === changed ? other : same))
          .map(({ purpose, a, b }, at) => ({ at, draw: () => luck(moss, purpose, a, b) }))
          .reverse()
          .map(({ at, draw }) => ({ at, drawn: draw() }));
        for (const { at, drawn } of after) if (at !== changed) expect(drawn).toBe(before[at]);
      }),
    );
  });

  test("ten thousand nearby keys give ten thousand draws, up to the chance of a twin", () => {
    const all = purposes.flatMap((purpose) =>
      Array.from({ length: 720 }, (_, at) => luck(moss, purpose, at >>> 3, at & 7)),
    );
    // 10,080 keys make 0.01 twins on average.
    expect(new Set(all).size).toBe(all.length);
  });

  test("a key left out is zero", () => {
    expect(luck(moss, "day", 5)).toBe(luck(moss, "day", 5, 0));
    expect(luck(moss, "day")).toBe(luck(moss, "day", 0, 0));
  });
});

describe("what is made of a draw", () => {
  test("a chance of 0 never comes true and a chance of 1000 always does", () => {
    expect([0, 1, MAX].map((draw) => chance(draw, 0))).toEqual([false, false, false]);
    expect([0, 1, MAX].map((draw) => chance(draw, 1000))).toEqual([true, true, true]);
  });

  test("a chance turns at the exact draw: 500 per mille is the lower half, 1 per mille the first 4,294,968", () => {
    expect([chance(0x7fff_ffff, 500), chance(0x8000_0000, 500)]).toEqual([true, false]);
    expect([chance(4_294_967, 1), chance(4_294_968, 1)]).toEqual([true, false]);
  });

  test("a unit is at least 0 and less than 1", () => {
    expect([unit(0), unit(0x8000_0000)]).toEqual([0, 0.5]);
    expect(unit(MAX)).toBeLessThan(1);
  });

  test("a pick takes every index and none beyond, in shares of equal width", () => {
    expect([0, 0x5555_5555, 0x5555_5556, 0xaaaa_aaab, MAX].map((draw) => pick(draw, 3))).toEqual([
      0, 0, 1, 2, 2,
    ]);
    expect(pick(MAX, 2_097_152)).toBe(2_097_151);
    expect(pick(MAX, 1)).toBe(0);
  });
});

describe("a seed", () => {
  test("is the tag and a short word of small letters, digits and hyphens", () => {
    for (const good of ["b1:moss-4f2a", "b1:a", `b1:${"z".repeat(40)}`]) {
      expect(isSeed(good)).toBe(true);
    }
    for (const bad of ["", "b1:", "moss", "b2:moss", "b1:Moss", "b1:a b", "b1:a\n"]) {
      expect(isSeed(bad)).toBe(false);
    }
    expect(isSeed(`b1:${"z".repeat(41)}`)).toBe(false);
  });

  test("made from a number can be read aloud, and 64 words take part", () => {
    const made = Array.from({ length: 5000 }, (_, n) => seedFrom(n));
    for (const seed of made) expect(seed).toMatch(/^b1:[a-z]+-[0-9a-f]{4}$/);
    expect(made.every(isSeed)).toBe(true);
    expect(new Set(made.map((seed) => seed.split("-")[0])).size).toBe(64);
  });

  test("never comes twice in a run over consecutive numbers", () => {
    const made = Array.from({ length: 200_000 }, (_, at) => seedFrom(2_000_001 + at));
    expect(new Set(made).size).toBe(made.length);
    expect(seedFrom(MAX)).not.toBe(seedFrom(MAX - 1));
  });
});
