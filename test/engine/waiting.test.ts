import { describe, expect, test } from "vitest";
import type { Intent, Laws } from "../../src/engine/index.ts";
import { ask, laws, moss, news, playAll, repeat, send, told, wait, waits } from "./fixtures.ts";

/** The tick at which the player looks up after each intent. */
const looks = (laws: Laws, ...intents: readonly Parameters<typeof playAll>[2][number][]) =>
  intents.map((_, i) => playAll(laws, moss, intents.slice(0, i + 1)).world.open.tick);

const deaf = laws({ out: { loss: 1000, delay: [1, 1] } });

describe("wait n", () => {
  test("takes n ticks of silence", () => {
    expect(looks(laws(), wait(1), wait(7), wait(30))).toEqual([1, 8, 38]);
  });

  test("ends early when an answer arrives", () => {
    expect(looks(laws(), send(), wait(30))).toEqual([1, 2]);
  });

  test("ends early when there is something new to ask, and when an ask has lapsed", () => {
    const asks = [ask("tea", { lasts: 9 }), ask("pot", { opens: 4 })];
    const two = laws({ forces: { waits: waits({ asks }) } });
    expect(looks(two, wait(30), wait(30))).toEqual([4, 9]);
  });

  test("goes on when an answer is merely overdue", () => {
    expect(looks(deaf, send(), wait(30))).toEqual([1, 31]);
    expect(told(playAll(deaf, moss, [send(), wait(30)]).events).at(-1)).toBe("overdue 3");
  });

  test("ends with the evening", () => {
    expect(looks(laws({ length: 20 }), wait(64))).toEqual([20]);
  });
});

describe("wait for news", () => {
  test("ends when an answer is overdue, once for each attempt", () => {
    expect(looks(deaf, send(), news, news, repeat(), news, news)).toEqual([1, 3, 11, 12, 14, 22]);
  });

  test("ends after eight ticks of nothing, so that silence is seen too", () => {
    expect(looks(laws(), news, news)).toEqual([8, 16]);
  });

  test("ends sooner where that is asked, and is refused where it would last longer", () => {
    const most = (ticks: number): Intent => ({ kind: "wait for news", ticks });
    expect(looks(laws(), most(3), most(8))).toEqual([3, 11]);
    expect(looks(deaf, send(), most(1), most(8))).toEqual([1, 2, 3]);
    expect(looks(laws(), most(9), most(0))).toEqual([0, 0]);
  });

  test("ends when an answer arrives", () => {
    expect(looks(laws(), send(), news)).toEqual([1, 2]);
  });

  test("an answer that comes exactly when it usually does is not overdue", () => {
    expect(told(playAll(laws(), moss, [send(), news]).events).slice(2)).toEqual([
      "sent 0",
      "heard 2",
      "ended 2",
    ]);
  });
});

test("quiet ticks make no events, except that the last one tells the time", () => {
  expect(playAll(laws(), moss, [wait(5)]).events.slice(2)).toEqual([{ kind: "tick", tick: 5 }]);
});
