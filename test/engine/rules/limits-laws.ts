/** An evening with limits to play under: one pace, nothing that hangs, two chairs. */
import type { Laws } from "../../../src/engine/index.ts";
import { laws } from "../fixtures.ts";

type Limits = NonNullable<Laws["forces"]["limits"]>;

const wishes = ["tea", "pot", "key", "bus"].map((about) => ({ about }));

export const limits = (some: Partial<Limits> = {}, length = 60): Laws =>
  laws({
    length,
    verbs: ["wait", "wait for news", "send", "limit", "call off"],
    partner: { pace: 9, inbox: 99, away: [] },
    forces: {
      limits: {
        chairs: 2,
        wishes,
        passing: [{ about: "walk" }],
        passes: 10,
        median: [5, 5],
        sigma: 0.45,
        hang: 0,
        past: 10,
        changeAt: 0,
        changeTo: [0.5, 2],
        load: 0,
        worth: 3,
        effort: 0.5,
        late: 0.5,
        ...some,
      },
    },
  });
