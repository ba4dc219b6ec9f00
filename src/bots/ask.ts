/** What a bot knows of an ask that is still open: how often it was sent, and when last. */
import type { Intent, Key, Open, Tick } from "../engine/index.ts";

export type Ask = {
  readonly about: string;
  readonly opened: Tick;
  readonly key: Key | null;
  readonly attempts: number;
  /** The tick of the latest attempt; that of its opening where there was none. */
  readonly last: Tick;
};

/** The longest wait that one intent may ask for; whatever is news ends it sooner. */
const longest = 64;

export const waitFor = (ticks: Tick): Intent => ({
  kind: "wait",
  ticks: Math.max(1, Math.min(longest, ticks)),
});

/** Asks not yet answered, given up or too late, in the order in which they opened. */
export function openAsks({ forces, sent }: Readonly<Open>): readonly Ask[] {
  const asks: Ask[] = [];
  for (const { about, opened, key, state } of forces.waits?.asks ?? []) {
    if (state !== "open") continue;
    const known = key === null ? undefined : sent.find((one) => one.key === key);
    asks.push({ about, opened, key, attempts: known?.attempts ?? 0, last: known?.last ?? opened });
  }
  return asks;
}

/** Sends an ask, under its own key where it has one. */
export const say = ({ about, key }: Ask): Intent =>
  key === null ? { kind: "send", what: "ask", about } : { kind: "repeat", key };
