import { expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { type Happened, type Intent, run, seedFrom } from "../../src/engine/index.ts";
import { ofKind } from "../engine/fixtures.ts";
import { running } from "../engine/rules/modes-fixture.ts";

type Given = Parameters<typeof botOf>[1];

/** A whole evening of the shed bot. */
function evening(given: Given, n = 1): Happened & { readonly intents: readonly Intent[] } {
  const made = botOf("shed", given);
  if (!made.ok) throw new Error(made.problem);
  const laws = running({ theirs: [{ after: [4, 20], lasts: [19, 22] }], words: 3 });
  const game = run(laws, seedFrom(n));
  const intents: Intent[] = [];
  while (game.world.open.ended === null) {
    const intent = made.bot(game.world.open, () => 0.5);
    intents.push(intent);
    game.take(intent);
    expect(game.events.at(-1)?.kind).not.toBe("refused");
  }
  return { events: game.events, secrets: game.secrets, intents };
}

/** Over twenty evenings. */
const changes = (given: Given): number =>
  Array.from({ length: 20 }, (_, n) => ofKind(evening(given, n).events, "changed").length).reduce(
    (sum, count) => sum + count,
  );

test("with a dead band it changes mode less often than with one threshold", () => {
  const flapping = { down: 55, deep: 55, up: 55, full: 55, dwell: 0 };
  expect(changes({ full: 120 })).toBeLessThan(changes(flapping));
});

test("told to stay down it never comes up again", () => {
  const { events } = evening({ stay: 1 });
  const order = ["off", "core", "reduced", "full"];
  for (const { from, to } of ofKind(events, "changed"))
    expect(order.indexOf(to)).toBeLessThan(order.indexOf(from));
});

test("it gives notice of every low time, or of none", () => {
  const notices = (given: Given): number =>
    ofKind(evening(given).events, "sent").filter(({ what }) => what === "announce").length;
  expect(notices({})).toBeGreaterThan(0);
  expect(notices({ say: 0 })).toBe(0);
});

test("after a notice is answered there is none of the same mode", () => {
  for (let n = 1; n <= 20; n++) {
    const { events } = evening({ most: "core" }, n);
    expect(ofKind(events, "sent").filter(({ what }) => what === "announce")).toHaveLength(1);
  }
});

test("heeding, it asks nothing of someone who sounded thin", () => {
  for (let n = 1; n <= 20; n++) {
    const { events } = evening({ ask: "heeding" }, n);
    for (const { tick } of ofKind(events, "sent").filter(({ what }) => what === "ask")) {
      const before = ofKind(events, "heard").filter((heard) => heard.tick <= tick);
      const mood = before.findLast(({ tone }) => ["thin", "light", "gentle"].includes(tone));
      expect(mood?.tone).not.toBe("thin");
    }
  }
});

test("by the clock it changes at set ticks, whatever its energy", () => {
  const ticks = (n: number): readonly number[] =>
    ofKind(evening({ on: 6, rest: 6, price: 1000, say: 0 }, n).events, "changed")
      .map(({ tick }) => tick)
      .slice(0, 1);
  expect(ticks(1)).toEqual([6]);
  expect(ticks(2)).toEqual([6]);
});
