import { levels } from "virtual:levels";
import { describe, expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import type { Given } from "../../src/bots/policy.ts";
import { type Event, run, seedFrom } from "../../src/engine/index.ts";
import { ofKind } from "../engine/fixtures.ts";

const rules = levels.find(({ id }) => id === "generals.1")?.evenings[1];

/** Everything a policy does in some evenings of the first tier. */
function evenings(given: Given): readonly (readonly Event[])[] {
  const made = botOf("generals", given);
  if (!made.ok || rules === undefined) throw new Error("no such bot");
  const { bot } = made;
  return Array.from({ length: 30 }, (_, n) => {
    const game = run(rules, seedFrom(n + 1));
    while (game.world.open.ended === null) game.take(bot(game.world.open, () => 0.5));
    return game.events;
  });
}

const confirms = (events: readonly Event[]): readonly string[] =>
  ofKind(events, "sent").flatMap(({ what, about }) => (what === "confirm" ? [about] : []));

describe("who plays generals", () => {
  test("confirms only what was said back right", () => {
    for (const events of evenings({})) {
      const right = new Set<string>();
      for (const event of events) {
        if (event.kind === "heard" && event.values[0] === 1) right.add(event.about);
        if (event.kind === "sent" && event.what === "confirm")
          expect(right.has(event.about)).toBe(true);
      }
    }
  });

  test("confirms small plans where it confirms everything, and else never", () => {
    const small = (given: Given): number =>
      evenings(given)
        .flatMap(confirms)
        .filter((about) => ["bench", "market", "swim", "film"].includes(about)).length;
    expect(small({})).toBe(0);
    expect(small({ "low-tells": 9, "low-echoes": 1, "low-confirms": 1 })).toBeGreaterThan(20);
  });

  test("goes to no great plan where it never commits, and to each where it always does", () => {
    const choices = (commit: string): ReadonlySet<string> =>
      new Set(
        evenings({ commit }).flatMap((e) => ofKind(e, "decided").map(({ choice }) => choice)),
      );
    expect([...choices("never")]).toEqual(["no-go"]);
    expect([...choices("always")]).toEqual(["go"]);
  });

  test("stops after an answered confirm, unless it insists", () => {
    const most = (given: Given): number =>
      Math.max(...evenings(given).map((events) => confirms(events).length));
    expect(most({ "high-confirms": 99, insists: 1 })).toBeGreaterThan(
      most({ "high-confirms": 99 }),
    );
  });
});
