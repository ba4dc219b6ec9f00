/** Laws of an evening of beats: a perfect line, nobody down, and nothing said by chance. */
import type { Laws } from "../../src/engine/index.ts";
import { laws } from "./fixtures.ts";

type Beats = NonNullable<Laws["forces"]["beats"]>;

export const beating = (some: Partial<Beats> = {}, more: Partial<Laws> = {}): Laws =>
  laws({
    verbs: ["wait", "wait for news", "send", "repeat", "check"],
    kinds: ["ping", "gesture", "announce"],
    energy: { start: 9, cap: 9, gain: 0.38, costs: { ping: 1, gesture: 5, announce: 1, check: 2 } },
    ...more,
    forces: {
      beats: {
        start: 650,
        ping: 380,
        gesture: 700,
        found: 200,
        keeps: 920,
        calm: 980,
        worry: 30,
        quiet: 18,
        writes: 0,
        wonders: 0,
        downs: [],
        shifts: [],
        anew: 0,
        lean: [],
        ahead: 6,
        hello: "hello",
        parcel: "parcel",
        away: "rest",
        ...some,
      },
      ...more.forces,
    },
  });
