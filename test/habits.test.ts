/** A habit is no strategy: outside its own level, whoever only begins things and leaves the rest to an order does not win. */
import { levels } from "virtual:levels";
import { expect, test } from "vitest";
import {
  type Intent,
  type Laws,
  type Level,
  legal,
  outcome,
  run,
  type Scoring,
  type Seed,
  seedFrom,
  starsFor,
} from "../src/engine/index.ts";
import { isProvable } from "../src/lab/proof.ts";
import { eveningSeed, meanOutcome } from "../src/session/index.ts";
import { nextOf, type Order } from "../src/session/order.ts";

const orders: readonly Order[] = [
  { when: "every", n: 4, deed: "repeat", reserve: 0 },
  { when: "doubling", n: 2, deed: "repeat", reserve: 0 },
  { when: "every", n: 3, deed: "ping", reserve: 0 },
  { when: "every", n: 3, deed: "chat", reserve: 0 },
  { when: "window", n: 3, deed: "share", reserve: 0 },
  { when: "every", n: 4, deed: "room", reserve: 0 },
];

/** What begins something: said once, as soon as it can be. */
const beginnings = ["ask", "fact", "plan", "apology"];

/** The next move of somebody who decides nothing. */
function habitual(laws: Laws, order: Order, game: ReturnType<typeof run>): Intent {
  const { open } = game.world;
  const moves = legal(laws, open);
  const begin = moves.find(
    (move) =>
      move.kind === "send" &&
      beginnings.includes(move.what) &&
      !open.sent.some(({ what, about }) => what === move.what && about === move.about),
  );
  if (begin?.kind === "send") return { kind: "send", what: begin.what, about: begin.about };
  const due = nextOf([order], laws, open);
  if (due !== null && due.tick <= open.tick) return due.intent;
  if (moves.some(({ kind }) => kind === "wait")) return { kind: "wait", ticks: 1 };
  const forced = moves.find(({ kind }) => kind !== "leave" && kind !== "wait");
  return forced === undefined || forced.kind === "wait" || forced.kind === "send"
    ? { kind: "wait for news" }
    : forced;
}

function playedBy(level: Level, scoring: Scoring, order: Order, seed: Seed): number {
  const evenings = level.evenings.map((laws, n) => {
    const game = run(laws, eveningSeed(seed, n));
    while (game.world.open.ended === null) {
      const before = game.events.length;
      game.take(habitual(laws, order, game));
      if (game.events.at(-1)?.kind === "refused" || game.events.length === before)
        throw new Error(`${level.id}: refused`);
    }
    return outcome(laws, scoring, game);
  });
  return starsFor(scoring, meanOutcome(evenings) ?? 0);
}

const can = ({ kinds, verbs }: Laws, deed: string): boolean =>
  kinds.some((kind) => kind === deed) || verbs.some((verb) => verb === deed);

const pairs = levels.filter(isProvable).flatMap((level) =>
  orders
    .filter(({ deed }) => {
      const own = [...level.story.orders, ...level.story.habits].includes(deed);
      return !own && level.evenings.every((laws) => can(laws, deed));
    })
    .map((order) => [level.id, order.when, order.n, order.deed, level, order] as const),
);

test.each(pairs)("in %s, %s %i %s is not enough", (_id, _when, _n, _deed, level, order) => {
  const stars = Array.from({ length: 60 }, (_, i) =>
    playedBy(level, level.scoring, order, seedFrom(7_000_001 + i)),
  );
  expect(stars.filter((n) => n >= 2).length / stars.length).toBeLessThanOrEqual(0.5);
});

test("there are habits to try", () => {
  expect(levels.some(({ story }) => story.habits.length > 0)).toBe(true);
});
