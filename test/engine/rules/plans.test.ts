import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  deal,
  type Event,
  type Intent,
  type Laws,
  legal,
  type Message,
  outcome,
  parseIntent,
  refusal,
  run,
  seedFrom,
  step,
} from "../../../src/engine/index.ts";
import { hands, last, laws, ofKind, play, playAll, seeds, together, wait } from "../fixtures.ts";

type Plans = NonNullable<Laws["forces"]["plans"]>;

const plan = (about: string, worth = 10, vague = 0) => ({ about, worth, vague });
const plansLaw = (some: Partial<Plans> = {}): Plans => ({
  plans: [plan("ferry")],
  gap: 4,
  lasts: 9,
  high: 5,
  dare: 0,
  mishear: 0,
  declines: 0,
  stood: 0.9,
  missed: 0.5,
  effort: 0.5,
  nag: 1,
  ...some,
});

/** A ferry at tick 9, over a perfect line, with a partner who never dares. */
const rules = (some: Partial<Plans> = {}, rest: Partial<Laws> = {}): Laws =>
  laws({
    verbs: ["wait", "wait for news", "send", "repeat", "go", "no-go"],
    kinds: ["plan", "confirm"],
    forces: { plans: plansLaw(some) },
    ...rest,
  });
const perfect = { loss: 0, delay: [1, 1] } as const;

const say = (...lines: readonly string[]): readonly Intent[] =>
  lines.map((line) => parseIntent(line) ?? wait(1));
const game = (law: Laws, ...lines: readonly string[]) =>
  playAll(law, "b1:moss-4f2a", say(...lines));
const came = (events: readonly Event[]): readonly string[] =>
  ofKind(events, "came").map(({ about, way }) => `${about} ${way}`);
const tones = (events: readonly Event[]): readonly string[] =>
  ofKind(events, "heard").map(({ tone, values }) => `${tone} ${values.join()}`);
const scoring = { outcome: { "plans.value": 1 }, stars: [1, 2, 3] } as const;

describe("a great plan", () => {
  test("is kept when it was said back, confirmed, and gone to", () => {
    const log = game(
      rules(),
      "send plan ferry",
      "wait 1",
      "send confirm ferry",
      "wait 64",
      "wait 64",
      "go ferry",
    );
    expect(tones(log.events)).toEqual(["unsure 1", "sure 1"]);
    expect(came(log.events)).toEqual(["ferry both"]);
    // Ten, less two messages.
    expect(outcome(rules(), scoring, log)).toBe(90);
  });

  test("said back and never confirmed finds you alone, unless they dare", () => {
    const lines = ["send plan ferry", "wait 64", "wait 64", "go ferry"];
    expect(came(game(rules(), ...lines).events)).toEqual(["ferry alone"]);
    expect(came(game(rules({ dare: 1000 }), ...lines).events)).toEqual(["ferry both"]);
  });

  test("called off although they understood everything finds them alone", () => {
    const deaf = rules({ dare: 1000 }, { in: { loss: 1000, delay: [1, 1] } });
    const log = game(deaf, "send plan ferry", "wait 64", "no-go ferry");
    expect(came(log.events)).toEqual(["ferry missed"]);
    expect(outcome(deaf, scoring, log)).toBe(-55);
  });

  test("read another way is said back as such, and is two places if gone to", () => {
    const bent = rules({}, { out: { ...perfect, garble: 1000 } });
    const log = game(bent, "send plan ferry", "wait 1", "send confirm ferry", "wait 9", "go ferry");
    // A confirm that was misread is not answered at all, so no answer is ever false.
    expect(tones(log.events)).toEqual(["unsure 0"]);
    const vague = rules({ plans: [plan("ferry", 10, 1000)], dare: 1000 });
    expect(came(game(vague, "send plan ferry", "wait 64", "wait 64", "go ferry").events)).toEqual([
      "ferry apart",
    ]);
  });

  test("must be decided at its last moment, and nothing else may be done then", () => {
    const { world, events } = game(rules(), "wait 64");
    expect(ofKind(events, "due").map(({ tick }) => tick)).toEqual([8]);
    expect(refusal(rules(), world.open, wait(1))).toBe("decide");
    expect(legal(rules(), world.open)).toEqual([
      { kind: "go", about: "ferry" },
      { kind: "no-go", about: "ferry" },
      { kind: "leave" },
    ]);
  });

  test("once decided is not talked about any more", () => {
    const { world } = game(rules(), "send plan ferry", "go ferry");
    const about = legal(rules(), world.open).filter((move) => "about" in move || "key" in move);
    expect(about).toEqual([]);
  });
});

test("a further confirm is answered as one that was not needed, and costs more than the one before", () => {
  const confirm = ["send confirm ferry", "wait 1"];
  const log = game(
    rules(),
    "send plan ferry",
    "wait 1",
    ...confirm,
    ...confirm,
    "wait 9",
    "go ferry",
  );
  expect(tones(log.events)).toEqual(["unsure 1", "sure 1", "again 1"]);
  expect(outcome(rules(), scoring, log)).toBe(75);
});

test("a small plan asks for no decision, and costs its message where it fails", () => {
  const small = rules({ plans: [plan("bench", 2)] });
  expect(came(game(small, "send plan bench", "wait 64").events)).toEqual(["bench both"]);
  const lost = rules({ plans: [plan("bench", 2)] }, { out: { loss: 1000, delay: [1, 1] } });
  const log = game(lost, "send plan bench", "wait 64");
  expect(came(log.events)).toEqual(["bench alone"]);
  expect(outcome(lost, scoring, log)).toBe(-25);
});

test("you may hear what you meant where they said something else; never the other way round", () => {
  const loose = rules({ plans: [plan("ferry", 10, 500)], mishear: 1000 });
  for (let n = 1; n <= 40; n++) {
    const { events } = playAll(loose, seedFrom(n), say("send plan ferry", "wait 1"));
    expect(tones(events)).toEqual(["unsure 1"]);
  }
});

describe("a no", () => {
  const never = rules({ declines: 1000 });

  test("is plain, closes the plan, and costs nobody anything", () => {
    const log = game(never, "send plan ferry", "wait 1", "send plan ferry", "wait 1");
    expect(tones(log.events)).toEqual(["no "]);
    expect(log.world.open.ended).toBe("played out");
    expect(ofKind(log.events, "sent")).toHaveLength(1);
    expect(outcome(never, scoring, log)).toBe(0);
  });

  test("that was lost on the way costs nobody anything either", () => {
    const deaf = rules({ declines: 1000 }, { in: { loss: 1000, delay: [1, 1] } });
    const log = game(deaf, "send plan ferry", "wait 64", "wait 64", "go ferry");
    expect(came(log.events)).toEqual(["ferry declined"]);
    expect(outcome(deaf, scoring, log)).toBe(0);
  });

  test("is never turned into a yes by asking again, below the legal moves too", () => {
    const some = rules({ declines: 500 });
    const asked = (n: number, times: number): readonly string[] => {
      const first = step(some, deal(some, seedFrom(n)).world, {
        kind: "send",
        what: "plan",
        about: "ferry",
      });
      const { key = "a1" } = first.world.open.sent[0] ?? {};
      const said = { key, kind: "plan", about: "ferry", ack: true, brief: false } as const;
      const more = Array.from(
        { length: times },
        (_, i): Message => ({
          ...said,
          attempt: i + 2,
          put: { tick: 0, slot: i + 1 },
          weight: 0,
          values: [],
          garbled: false,
        }),
      );
      const { sealed } = first.world;
      // One a tick, so that a no that depended on when it was asked for would show.
      const out = [...sealed.out, ...more.map((cargo, i) => ({ cargo, due: i + 2 }))];
      let now = { ...first, world: { ...first.world, sealed: { ...sealed, out } } };
      const tones: string[] = [];
      for (let tick = 0; tick < 7; tick++) {
        now = step(some, now.world, wait(1));
        tones.push(...ofKind(now.events, "heard").map(({ tone }) => tone));
      }
      return tones;
    };
    for (let n = 1; n <= 200; n++) {
      const once = asked(n, 0)[0] === "no";
      // Every answer is the first one, however often it was asked.
      const often = asked(n, 6);
      expect(often.every((tone) => (tone === "no") === once)).toBe(true);
      expect(often.length).toBeGreaterThan(0);
    }
  });
});

describe("whatever is done", () => {
  const wild = rules(
    {
      plans: [plan("ferry"), plan("bench", 2), plan("flat", 10, 300)],
      dare: 500,
      declines: 200,
      mishear: 200,
    },
    { out: { loss: 200, delay: [1, 1], garble: 200 }, in: { loss: 200, delay: [1, 1] } },
  );

  test("every plan has one moment at most, and what it is worth stays within 100", () => {
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        const { steps } = play(wild, seed, hand, 12);
        const log = together(steps);
        const at = ofKind(log.events, "came").map(({ about }) => about);
        expect(new Set(at).size).toBe(at.length);
        expect(outcome(wild, scoring, log)).toBeLessThanOrEqual(100);
      }),
      { numRuns: 60 },
    );
  });

  test("the three hidden answers of a plan do not depend on how it was asked about", () => {
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        const dares = rules({ dare: 500 });
        const silent = run(dares, seed);
        for (const intent of say("send plan ferry", "wait 64", "wait 64", "go ferry"))
          silent.take(intent);
        const busy = play(dares, seed, hand).steps;
        const went = (log: { readonly secrets: readonly { readonly kind: string }[] }) =>
          log.secrets.flatMap((s) => ("went" in s && "sure" in s && "read" in s ? [s] : []));
        for (const one of went(together(busy)))
          if (one.read === true && one.sure === false) expect(one.went).toBe(went(silent)[0]?.went);
        expect(last(busy).world.open.tick).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });
});
