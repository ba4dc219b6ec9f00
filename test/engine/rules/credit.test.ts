import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gameOn } from "../../../src/engine/game.ts";
import {
  type Intent,
  type Laws,
  legal,
  outcome,
  refusal,
  run,
  seedFrom,
} from "../../../src/engine/index.ts";
import { receive } from "../../../src/engine/partner.ts";
import { hands, laws, moss, ofKind, play, playAll, seeds, together, wait } from "../fixtures.ts";
import { credit, inflow, reads } from "./credit.ts";

type Credit = NonNullable<Laws["forces"]["credit"]>;

const share = (about: string): Intent => ({ kind: "send", what: "share", about });
const room: Intent = { kind: "send", what: "room", about: "room" };
const full: Intent = { kind: "send", what: "announce", about: "full" };

const under = (some: Partial<Credit> = {}, more: Partial<Laws> = {}): Laws =>
  laws({
    kinds: ["share", "room", "announce"],
    partner: { pace: 1, inbox: 99, away: [] },
    forces: { credit: credit(some) },
    ...more,
  });

const drops = (some: Partial<Credit>, intents: readonly Intent[]): number =>
  ofKind(playAll(under(some), moss, intents).secrets, "dropped").length;

describe("room", () => {
  test("is what fits by weight: what does not is dropped, and nobody sees it", () => {
    const intents = [share("long"), share("one"), share("two"), wait(4)];
    const { secrets, events } = playAll(under(), moss, intents);
    expect(ofKind(secrets, "dropped").map(({ key }) => key)).toEqual(["a3"]);
    expect(ofKind(events, "heard")).toEqual([]);
  });

  test("is told at once, takes none itself, and counts what was sent meanwhile", () => {
    const { world } = playAll(under(), moss, [share("one"), room, share("two"), wait(3)]);
    expect(world.open.forces.credit?.room).toMatchObject({ free: 3, asked: 1, heard: 3, left: 2 });
    expect(world.sealed.inbox).toHaveLength(2);
  });

  test("comes back as things are read, and every one read is answered", () => {
    const { events, world } = playAll(under({ paces: reads(1) }), moss, [share("long"), wait(8)]);
    expect(ofKind(events, "heard").map(({ key, tick }) => [key, tick])).toEqual([["a1", 4]]);
    expect(world.open.forces.credit?.items.find(({ about }) => about === "long")?.read).toBe(4);
  });

  test("never goes below nothing nor above all of it, and nothing heavier than it lies unread", () => {
    const evening = under({ paces: reads(0.7, 1), speed: [0.3, 2] }, { length: 40 });
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        const { steps } = play(evening, seed, hand, 3);
        for (const { world } of steps) {
          const lying = world.sealed.inbox.reduce((sum, { weight }) => sum + weight, 0);
          expect(lying).toBeLessThanOrEqual(4);
        }
        for (const { values, tone } of ofKind(together(steps).events, "heard"))
          for (const free of values) expect(tone === "room").toBe(free > 0 && free <= 4);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a no", () => {
  const busy = { paces: reads(0.01, 1) };
  const asked = [share("one"), room, wait(3)];

  test("is plain: not tonight for who cannot, full for who has too much", () => {
    const tones = (some: Partial<Credit>, before: readonly Intent[]) =>
      ofKind(playAll(under(some), moss, [...before, room, wait(3)]).events, "heard").at(-1)?.tone;
    expect(tones(busy, [share("one")])).toBe("not tonight");
    expect(tones({}, [share("heart")])).toBe("full");
    expect(tones(busy, [])).toBe("room");
  });

  test("is honoured: what is heavy may not be sent, what is light may", () => {
    const evening = under(busy);
    const { open } = playAll(evening, moss, asked).world;
    expect(refusal(evening, open, share("long"))).toBe("no room");
    expect(refusal(evening, open, share("two"))).toBeNull();
    expect(legal(evening, open)).not.toContainEqual(share("long"));
  });

  test("has its time, and then it has been enough", () => {
    const evening = under(busy);
    const { world, events } = playAll(evening, moss, [...asked, wait(20)]);
    expect(ofKind(events, "eased").map(({ tick }) => tick)).toEqual([13]);
    expect(refusal(evening, world.open, share("long"))).toBeNull();
  });

  test("ends at once where they say that there is room", () => {
    const evening = under({ paces: reads(0.5, 1) });
    const { world } = playAll(evening, moss, [...asked, wait(2), room, wait(3)]);
    expect(world.open.forces.credit).toMatchObject({ zeros: 0, rests: null });
  });

  /** Asks again in every tick, below the legal moves: straight into the partner's hands. */
  function yesAfterNo(presses: boolean): number {
    const paces = [
      { name: "open", reads: 1, often: 500, closed: 0 },
      { name: "closed", reads: 0.02, often: 500, closed: 1 },
    ];
    let yes = 0;
    for (let n = 1; n <= 400; n++) {
      const game = run(under({ paces, speed: [0.5, 1.5] }), seedFrom(n));
      for (const intent of [share("long"), share("one"), room, wait(3)]) game.take(intent);
      if (game.world.open.forces.credit?.zeros === 0) continue;
      const hand = gameOn(under({ paces, speed: [0.5, 1.5] }), game.world);
      for (let i = 0; i < 6; i++) {
        const put = { tick: game.world.open.tick, slot: 90 + i };
        const said = { kind: "room", about: "room", attempt: 1, ack: true, brief: false } as const;
        const message = { ...said, key: "a3" as const, weight: 0, values: [], garbled: false, put };
        if (presses) receive(hand, message);
        if (presses) game.world.sealed.in = [];
        game.take(wait(1));
      }
      game.take(room);
      game.take(wait(2));
      yes += (game.world.open.forces.credit?.room?.free ?? 0) > 0 ? 1 : 0;
    }
    return yes;
  }

  test("asked about again and again, is no likelier to become a yes", () => {
    const patient = yesAfterNo(false);
    expect(patient).toBeGreaterThan(20);
    expect(yesAfterNo(true)).toBeLessThanOrEqual(patient);
  });
});

describe("the score", () => {
  const value = (some: Partial<Credit>, intents: readonly Intent[]): number => {
    const evening = under(some);
    const scoring = { outcome: { "credit.value": 1 }, stars: [1, 2, 3] as const };
    return outcome(evening, scoring, playAll(evening, moss, [...intents, wait(64)]));
  };

  test("is whole when everything was read", () => {
    const all = ["one", "two", "three", "long", "heart"].flatMap((about) => [
      share(about),
      wait(6),
    ]);
    expect(value({ paces: reads(1) }, all)).toBe(100);
  });

  test("is nothing for silence, and less than nothing for what bounced", () => {
    expect(value({ paces: reads(1) }, [])).toBe(0);
    expect(drops({}, [share("heart"), share("long"), wait(3)])).toBe(1);
    expect(value({}, [share("heart"), share("long")])).toBeLessThan(0);
  });
});

describe("when they share too", () => {
  const both = laws({
    kinds: ["share", "room", "announce"],
    partner: { pace: 1, inbox: 99, away: [] },
    forces: { credit: credit({ paces: reads(1) }), inflow: inflow() },
  });
  const missed = (intents: readonly Intent[]): readonly number[] =>
    ofKind(playAll(both, moss, intents).events, "went past").map(({ tick }) => tick);

  test("what does not fit goes past you, and you see it", () => {
    expect(missed(Array.from({ length: 9 }, () => wait(1))).length).toBeGreaterThan(0);
  });

  test("they keep it to themselves once you have said that it is a lot, and go on later", () => {
    const evening = [full, ...Array.from({ length: 12 }, () => wait(1))];
    const heard = ofKind(playAll(both, moss, evening).events, "heard").filter(
      ({ what }) => what === "share",
    );
    const ticks = heard.map(({ tick }) => tick);
    expect(ticks.filter((tick) => tick > 2 && tick < 7)).toEqual([]);
    expect(ticks.some((tick) => tick >= 7)).toBe(true);
  });

  test("you take in nothing while you talk", () => {
    const load = (intents: readonly Intent[]) =>
      playAll(both, moss, intents).world.open.forces.inflow?.load ?? 0;
    expect(load([full, wait(1), share("one")])).toBeGreaterThan(load([full, wait(1), wait(1)]));
  });
});
