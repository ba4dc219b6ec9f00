import { inspect } from "node:util";
import { expect, test } from "vitest";
import { deal, seedFrom, step } from "../../src/engine/index.ts";
import { openSession, parseIntent } from "../../src/session/index.ts";
import { page } from "../support/journal.ts";
import { hardEvening, threeAsks } from "../support/levels.ts";

const moves = ["send ask key", "send ask pot", "wait 1", "repeat a1"].flatMap(
  (text) => parseIntent(text) ?? [],
);

/** Everything that can be reached from a value: properties of any kind, those of functions too. */
function reach(value: unknown, found = new Set<unknown>()): Set<unknown> {
  if (found.has(value)) return found;
  found.add(value);
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return found;
  for (const name of Reflect.ownKeys(value)) {
    const { value: inner, get } = Object.getOwnPropertyDescriptor(value, name) ?? {};
    found.add(name);
    if (get === undefined) reach(inner, found);
  }
  return found;
}

/** What only the sealed half holds: its names, and its drawn numbers. */
function sentinels(sealed: object): readonly unknown[] {
  const all = [...reach(sealed)];
  const numbers = all.filter((x) => typeof x === "number" && (x > 1e6 || !Number.isInteger(x)));
  return ["sealed", "slots", "budget", "kept", "strain", "shut", ...numbers];
}

const world = () => {
  let { world } = deal(hardEvening, seedFrom(3));
  const seen = sentinels(world.sealed).slice();
  for (const move of moves) {
    world = step(hardEvening, world, move).world;
    seen.push(...sentinels(world.sealed));
  }
  return { last: world, seen: [...new Set(seen)] };
};

test("nothing sealed can be reached from a session, from what it returns, or from what it writes", () => {
  const { last, seen } = world();
  const journal = page("");
  const session = openSession(threeAsks, seedFrom(3), { journal });
  const got: unknown[] = moves.map((move) => session.play(move));
  const { heard, legal, goals, observe, evening, asides, debrief, result, problem } = session;
  for (const call of [heard, legal, goals, observe, evening, asides, debrief, result, problem])
    got.push(call());
  expect(session.observe()).toEqual(last.open);
  expect(seen.length).toBeGreaterThan(10);

  const { level, ...rest } = session;
  expect(level).toBe(threeAsks);
  const reached = reach([rest, got]);
  expect(seen.filter((sentinel) => reached.has(sentinel))).toEqual([]);

  const all = { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true } as const;
  const texts = [inspect({ ...rest, got }, all), JSON.stringify([rest, got]), journal.text()];
  const names = new RegExp(`\\b(${seen.map(String).join("|").replaceAll(".", "\\.")})\\b`);
  for (const text of texts) expect(text).not.toMatch(names);
});

test("the sentinels would be found where there were a leak", () => {
  const { last, seen } = world();
  const reached = reach(last);
  expect(seen.some((sentinel) => typeof sentinel === "number" && reached.has(sentinel))).toBe(true);
  expect(reached.has("strain")).toBe(true);
});

test("an error tells of the misuse and of nothing else", () => {
  const session = openSession(threeAsks, seedFrom(3));
  session.close();
  const error = (() => {
    try {
      session.next();
    } catch (thrown) {
      return thrown;
    }
    return null;
  })();
  expect(error).toBeInstanceOf(Error);
  expect(reach(error).has("strain")).toBe(false);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/strain|inbox|budget/);
});
