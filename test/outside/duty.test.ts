import { describe, expect, test } from "vitest";
import { run } from "../../src/engine/index.ts";
import { moss, ofKind } from "../engine/fixtures.ts";
import { running } from "../engine/rules/modes-fixture.ts";

/*
 * The duty cycle of an energy budget. A node that takes c_full awake and c_core asleep, while r comes back, can be
 * awake for the share (r - c_core) / (c_full - c_core) of its time and no more, since what goes out must have come
 * in. (Of nodes that live so: Kansal, Hsu, Zahedi, Srivastava, Power Management in Energy Harvesting Sensor
 * Networks, 2007.) For costs of 3.4 and 0.6 the shares are 0.107, 0.5 and 0.857; the game must measure the same.
 */
const full = 3.4;
const core = 0.6;
const duty = (r: number): number => (r - core) / (full - core);

/** Ticks at the start that only spend or fill the reserve. */
const settling = 200;

/** The share of ticks in full mode of a bang-bang bot: full from here on, core below there. */
function shareOfFull(r: number): number {
  const length = 6000;
  const laws = running({ good: r, spells: [], offers: [] }, { length });
  const game = run(laws, moss);
  const { open } = game.world;
  while (open.ended === null) {
    const mine = open.forces.modes;
    const energy = open.energy ?? 0;
    const to = energy >= 9 ? "full" : energy < 5 ? "core" : mine?.mode;
    if (to === undefined || to === mine?.mode) game.take({ kind: "wait", ticks: 1 });
    else game.take({ kind: "mode", to });
  }
  const lived = ofKind(game.events, "lived").filter(({ tick }) => tick >= settling);
  expect(ofKind(game.events, "crashed")).toEqual([]);
  return lived.filter(({ mode }) => mode === "full").length / lived.length;
}

describe("the sustainable share of full mode", () => {
  test.each([
    [0.9, 0.107],
    [2, 0.5],
    [3, 0.857],
  ])("with %d coming back is %d", (r, share) => {
    expect(duty(r)).toBeCloseTo(share, 3);
    expect(Math.abs(shareOfFull(r) - share)).toBeLessThan(0.01);
  });
});
