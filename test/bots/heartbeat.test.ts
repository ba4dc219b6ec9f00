import { describe, expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { type Intent, type Laws, run } from "../../src/engine/index.ts";
import { beating } from "../engine/beating.ts";
import { moss } from "../engine/fixtures.ts";

type Given = Parameters<typeof botOf>[1];

/** What it does other than wait, with ticks. */
function played(laws: Laws, given: Given): readonly (readonly [number, string])[] {
  const made = botOf("heartbeat", given);
  if (!made.ok) throw new Error(made.problem);
  const game = run(laws, moss);
  const acts: [number, string][] = [];
  while (game.world.open.ended === null) {
    const { tick } = game.world.open;
    const intent: Intent = made.bot(game.world.open, () => 0);
    if (intent.kind === "send") acts.push([tick, intent.what]);
    else if (intent.kind !== "wait") acts.push([tick, intent.kind]);
    game.take(intent);
  }
  return acts;
}

const of = (acts: ReturnType<typeof played>, what: string): readonly number[] =>
  acts.filter(([, name]) => name === what).map(([tick]) => tick);

describe("the heartbeat's bot", () => {
  test("pings on its beat, and looks in at nobody who is heard", () => {
    const acts = played(beating({}, { length: 20 }), {});
    expect(acts).toEqual([0, 3, 6, 9, 12, 15, 18].map((tick) => [tick, "ping"]));
  });

  test("looks in soon on a good line, and later on a bad one", () => {
    const lookAt = (loss: number): number => {
      const in_ = { loss, delay: [1, 1] } as const;
      return (
        of(played(beating({ downs: [{ from: [40, 40] }] }, { in: in_ }), {}), "check")[0] ?? 60
      );
    };
    expect(lookAt(0)).toBeLessThanOrEqual(43);
    expect(lookAt(500)).toBeGreaterThan(lookAt(0));
  });

  test("judges by misses alone where it is told to", () => {
    const down = beating({ downs: [{ from: [10, 10] }] });
    expect(of(played(down, { look: "misses", after: 6 }), "check")).toEqual([16]);
  });

  test("says that it goes quiet, says it again until it is answered, and then is quiet", () => {
    const lean = { lean: [{ from: [10, 10], lasts: 20, drain: 0.5 }] } as const;
    const dead = { loss: 1000, delay: [1, 1] } as const;
    const given = { lean: 60, notice: 1, look: "never" };
    expect(of(played(beating(lean), given), "announce")).toEqual([10]);
    expect(of(played(beating(lean), given), "repeat")).toEqual([]);
    expect(of(played(beating(lean), given), "ping").some((t) => t > 10 && t < 30)).toBe(false);
    expect(of(played(beating(lean, { out: dead }), given), "repeat").slice(0, 2)).toEqual([13, 16]);
  });
});
