/** A partner with an inbox, to be changed one number at a time. */
import type { Laws } from "../../../src/engine/index.ts";

type Credit = NonNullable<Laws["forces"]["credit"]>;
type Inflow = NonNullable<Laws["forces"]["inflow"]>;

const item = (about: string, weight: number) => ({ about, weight, worth: weight });

/** One pace, no luck: holds four, reads nothing. */
export const credit = (some: Partial<Credit> = {}): Credit => ({
  items: [item("one", 1), item("two", 1), item("three", 1), item("long", 3), item("heart", 4)],
  room: "room",
  holds: 4,
  heavy: 3,
  rest: 10,
  paces: [{ name: "still", reads: 0, often: 1000, closed: 0 }],
  spell: 5,
  speed: [1, 1],
  hurt: 1,
  ...some,
});

export const reads = (weight: number, closed = 0): Credit["paces"] => [
  { name: "steady", reads: weight, often: 1000, closed },
];

/** They want to share something in every tick. */
export const inflow = (some: Partial<Inflow> = {}): Inflow => ({
  items: Array.from({ length: 9 }, (_, i) => item(`their${i}`, 2)),
  full: "full",
  holds: 4,
  gap: [1, 1],
  pause: 5,
  hurt: 1,
  ...some,
});
