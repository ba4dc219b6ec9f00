/** Laws to try modes under: a perfect line, two bad spells, one thing to carry every third tick. */
import type { Laws } from "../../../src/engine/index.ts";
import { laws } from "../fixtures.ts";

type Modes = NonNullable<Laws["forces"]["modes"]>;

export const modes = (some: Partial<Modes> = {}): Modes => ({
  fullCost: 3.4,
  fullWorth: 2,
  reducedCost: 1.7,
  reducedWorth: 1.2,
  coreCost: 0.6,
  coreWorth: 0.5,
  good: 3.9,
  bad: [0.3, 1.4],
  spells: [
    { after: [6, 10], lasts: [8, 12] },
    { after: [5, 8], lasts: [8, 11] },
  ],
  omen: 700,
  dark: 3,
  change: 2,
  missing: 0.5,
  unaware: 0.55,
  wonder: 0,
  notice: "space",
  offers: [
    { about: "joke", cost: 0.8, worth: 1 },
    { about: "call", cost: 2.4, worth: 2.4 },
  ],
  every: 3,
  stays: 3,
  theirs: [],
  words: 0,
  candid: 750,
  favour: "dinner",
  lift: 3,
  shared: 5,
  burden: 6,
  again: 4,
  ...some,
});

export const running = (some: Partial<Modes> = {}, others: Partial<Laws> = {}): Laws =>
  laws({
    length: 44,
    verbs: ["wait", "wait for news", "mode", "take", "send"],
    kinds: ["announce", "ask"],
    energy: { start: 10, cap: 14, gain: 0, costs: {} },
    forces: { modes: modes(some) },
    ...others,
  });
