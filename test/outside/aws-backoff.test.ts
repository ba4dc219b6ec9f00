import { describe, expect, test } from "vitest";
import {
  type Backoff,
  decorrelated,
  equalJitter,
  exponential,
  fullJitter,
  none,
} from "../../src/bots/backoff.ts";
import { luck, type Root, root, seedFrom, unit } from "../../src/engine/luck.ts";

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/*
 * The experiment of the AWS Architecture Blog's "Exponential Backoff And Jitter": clients contend by optimistic
 * concurrency for one row, and each stops after its one successful write. A call is a write that reached the
 * row, refused or not; reads are not counted. The gap after the first refusal is already doubled once.
 */
const BASE = 5;
const CAP = 2000;

const laws = {
  none: none(),
  exponential: exponential(BASE, CAP),
  equal: equalJitter(BASE, CAP),
  full: fullJitter(BASE, CAP),
  decorrelated: decorrelated(BASE, CAP),
} satisfies Readonly<Record<string, Backoff>>;

type Law = keyof typeof laws;
type Run = { readonly completion: number; readonly calls: number };

/** `at`: ms at which this client's next request reaches the row. Without a version it is a read, else a write. */
type Client = {
  readonly who: number;
  at: number;
  version: number | undefined;
  legs: number;
  refused: number;
  gap: number;
};

/** One network leg: |Normal(10, 2)| ms, by Box and Muller. */
function leg(seed: Root, client: Client): number {
  const draw = (half: number): number =>
    unit(luck(seed, "out-delay", client.who, 2 * client.legs + half));
  const normal = Math.sqrt(-2 * Math.log(1 - draw(0))) * Math.cos(2 * Math.PI * draw(1));
  client.legs += 1;
  return Math.abs(10 + 2 * normal);
}

function contend(seed: Root, count: number, law: Backoff): Run {
  const clients = Array.from({ length: count }, (_, who) => {
    const client: Client = { who, at: 0, version: undefined, legs: 0, refused: 0, gap: 0 };
    client.at = leg(seed, client);
    return client;
  });
  const run = { completion: 0, calls: 0 };
  let row = 0;
  while (row < count) {
    const client = clients.reduce((first, other) => (other.at < first.at ? other : first));
    const now = client.at;
    const heard = now + leg(seed, client);
    if (client.version === undefined) {
      client.version = row;
      client.at = heard + leg(seed, client);
      continue;
    }
    run.calls += 1;
    if (client.version === row) {
      row += 1;
      run.completion = Math.max(run.completion, heard);
      client.at = Number.POSITIVE_INFINITY;
      continue;
    }
    client.version = undefined;
    client.refused += 1;
    const draw = unit(luck(seed, "bot", client.who, client.refused));
    client.gap = law(client.refused, draw, client.gap);
    client.at = heard + client.gap + leg(seed, client);
  }
  return run;
}

function average(law: Law, clients: number): Run {
  const runs = Array.from({ length: 100 }, (_, trial) =>
    contend(root(seedFrom(trial)), clients, laws[law]),
  );
  return {
    completion: mean(runs.map((run) => run.completion)),
    calls: mean(runs.map((run) => run.calls)),
  };
}

/** Mean completion (ms) and calls of 100 trials of the published simulator, run unchanged. */
const published: readonly (readonly [Law, number, Run])[] = [
  ["none", 10, { completion: 384, calls: 52 }],
  ["exponential", 10, { completion: 3371, calls: 50 }],
  ["equal", 10, { completion: 714, calls: 42 }],
  ["full", 10, { completion: 473, calls: 39 }],
  ["decorrelated", 10, { completion: 440, calls: 38 }],
  ["none", 50, { completion: 1137, calls: 689 }],
  ["exponential", 50, { completion: 36_953, calls: 628 }],
  ["equal", 50, { completion: 4211, calls: 347 }],
  ["full", 50, { completion: 2853, calls: 332 }],
  ["decorrelated", 50, { completion: 2196, calls: 375 }],
  ["none", 100, { completion: 2023, calls: 2422 }],
  ["exponential", 100, { completion: 63_409, calls: 1852 }],
  ["equal", 100, { completion: 6684, calls: 812 }],
  ["full", 100, { completion: 4988, calls: 796 }],
  ["decorrelated", 100, { completion: 4737, calls: 999 }],
];

describe("contention for one row, against the published simulator", () => {
  test.each(published)("%s backoff of %i clients costs what was published", (law, clients, was) => {
    const run = average(law, clients);
    expect(Math.abs(run.completion / was.completion - 1)).toBeLessThan(0.06);
    expect(Math.abs(run.calls / was.calls - 1)).toBeLessThan(0.03);
  });

  const crowd = {
    none: average("none", 100),
    exponential: average("exponential", 100),
    equal: average("equal", 100),
    full: average("full", 100),
    decorrelated: average("decorrelated", 100),
  } satisfies Readonly<Record<Law, Run>>;

  test("of a hundred clients, jitter saves calls: full, equal, decorrelated, exponential, none", () => {
    expect(crowd.full.calls).toBeLessThanOrEqual(crowd.equal.calls);
    expect(crowd.equal.calls).toBeLessThan(crowd.decorrelated.calls);
    expect(crowd.decorrelated.calls).toBeLessThan(crowd.exponential.calls);
    expect(crowd.exponential.calls).toBeLessThan(crowd.none.calls);
  });

  test("of a hundred clients, the impatient end first and doubling without jitter ends far behind", () => {
    const jittered = Math.min(crowd.decorrelated.completion, crowd.full.completion);
    expect(crowd.none.completion).toBeLessThan(jittered);
    expect(crowd.decorrelated.completion / crowd.full.completion).toBeGreaterThan(0.85);
    expect(crowd.decorrelated.completion / crowd.full.completion).toBeLessThan(1.15);
    expect(crowd.full.completion).toBeLessThan(crowd.equal.completion);
    expect(crowd.decorrelated.completion).toBeLessThan(crowd.equal.completion);
    expect(crowd.exponential.completion).toBeGreaterThan(5 * crowd.equal.completion);
  });
});
