import { describe, expect, test } from "vitest";
import { deal, type Laws, type Seed } from "../../src/engine/index.ts";
import { formatIntent, openSession, parseIntent } from "../../src/session/index.ts";
import { dueOf, formatOrder, type Order, parseOrder, spends } from "../../src/session/order.ts";
import { laws, playAll, send, wait } from "../engine/fixtures.ts";
import { threeAsks } from "../support/levels.ts";

const seed: Seed = "b1:moss-4f2a";
const repeating: Order = { when: "every", n: 4, deed: "repeat", reserve: 0 };
const quiet = laws({ out: { loss: 1000, delay: [1, 1] } });
const level = { ...threeAsks, evenings: [quiet] };

const play = (order: string | null, moves: readonly string[], of: Laws = quiet) => {
  const session = openSession({ ...level, evenings: [of] }, seed);
  session.aside({ kind: "order", text: order });
  for (const text of moves) {
    const intent = parseIntent(text);
    if (intent) session.play(intent);
  }
  return session;
};

const sends = (session: ReturnType<typeof play>): readonly number[] =>
  session.heard().flatMap((event) => (event.kind === "sent" ? [event.tick] : []));

describe("a standing order", () => {
  test.each([
    "every 4 repeat",
    "doubling 2 repeat",
    "window 3 share",
    "every 3 ping until energy under 2",
  ])("%s: says what it means, and reads back", (text) => {
    const order = parseOrder(text);
    expect(order && formatOrder(order)).toBe(text);
  });

  test.each([
    "every 4 ask",
    "every 0 repeat",
    "every 4 promise",
    "often repeat",
    "every 4 repeat please",
  ])("%s: is none, since nothing may begin, promise or decide by itself", (text) =>
    expect(parseOrder(text)).toBeNull(),
  );

  test("acts while you wait, and only then", () => {
    expect(sends(play("every 4 repeat", ["send ask tea", "wait 1", "wait 10"]))).toEqual([0, 4, 8]);
    expect(sends(play("every 4 repeat", ["send ask tea"]))).toEqual([0]);
    expect(sends(play(null, ["send ask tea", "wait 12"]))).toEqual([0]);
  });

  test("doubles its gap where it is told to", () => {
    const session = play("doubling 2 repeat", ["send ask tea", "wait 16"]);
    expect(sends(session)).toEqual([0, 2, 6, 14]);
  });

  test("hands back at the first thing that arrives", () => {
    const session = play("every 4 repeat", ["send ask tea", "wait 20"], laws());
    expect(session.observe().tick).toBe(2);
    expect(sends(session)).toEqual([0]);
  });

  test("starts nothing by itself", () => {
    expect(sends(play("every 4 repeat", ["wait 20"]))).toEqual([]);
    expect(dueOf(repeating, quiet, deal(quiet, seed).world.open)).toBeNull();
  });

  test("takes no more of your energy than it may", () => {
    const poor = laws({ ...quiet, energy: { start: 3, cap: 9, gain: 0, costs: { repeat: 2 } } });
    const { open } = playAll(poor, seed, [send(), wait(1)]).world;
    const due = dueOf(repeating, poor, open);
    expect(due && formatIntent(due.intent)).toBe("repeat a1");
    expect(due && spends({ ...repeating, reserve: 2 }, poor, open, due)).toBe(true);
    expect(due && spends({ ...repeating, reserve: 1 }, poor, open, due)).toBe(false);
  });
});
