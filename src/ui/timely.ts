/** What has to be begun now to be done in time: a wait for news stops there, and the narrator says it. */
import { type Intent, patience, type Session } from "../session/index.ts";
import type { Cast } from "./cast.ts";
import { partsOf } from "./forces/index.ts";
import type { Known } from "./forces/part.ts";

const timely = (known: Known) => partsOf(known.open).flatMap((part) => part.timely?.(known) ?? []);

/** What it is the last good moment for. */
export const timelyAt = (known: Known): readonly string[] =>
  timely(known).flatMap(({ tick, text }) => (tick === known.open.tick ? [text] : []));

/** A wait for news that stops where something of your own has to be begun. */
export function waitForNews({ observe, heard }: Session, cast: Cast): Intent {
  const open = observe();
  const left = timely({ cast, open, events: heard() }).map(({ tick }) => tick - open.tick);
  const ticks = Math.min(...left.filter((ticks) => ticks > 0));
  return ticks < patience ? { kind: "wait for news", ticks } : { kind: "wait for news" };
}
