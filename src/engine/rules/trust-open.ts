/** What you know of trust: your own number, offers and promises, and how they sounded. */
import type { KernelEvent } from "../event.ts";
import type { LawOf } from "../law.ts";
import type { Tick, Tone } from "../message.ts";
import { milli } from "../number.ts";
import type { fields, Trust } from "./trust-shape.ts";

export const blank = ({ contact, value }: LawOf<typeof fields>): Trust["open"] => ({
  contact,
  offers: [],
  promises: [],
  drains: [],
  last: 0,
  tones: [],
  banked: value,
  shaken: null,
  counts: { kept: 0, broken: 0, called: 0, unsaid: 0 },
});

/** What their answer adds to your own number: as if its tone were the truth. */
const believed = (tone: Tone): number => (tone === "steady" ? 0.25 : tone === "late" ? 0.14 : 0.05);

function recordHeard(
  open: Trust["open"],
  { tick, tone, about }: { tick: Tick; tone: Tone; about: string },
): void {
  if (about !== open.contact) return;
  if (tone === "early" || tone === "steady" || tone === "late") {
    open.tones = [...open.tones.slice(-11), { tick, gap: tick - open.last, tone }];
    open.banked = milli(open.banked + believed(tone) * (1 - open.banked));
  }
  open.last = tick;
}

const drop = <T extends { readonly about: string }>(list: readonly T[], about: string): T[] =>
  list.filter((one) => one.about !== about);

/** The only writer of what you know of it. */
export function record(
  open: Trust["open"],
  event: KernelEvent | Trust["event"],
  law: LawOf<typeof fields>,
): void {
  const { counts } = open;
  switch (event.kind) {
    case "heard":
      recordHeard(open, event);
      return;
    case "promise offered": {
      const { about, size, until, due } = event;
      open.offers.push({ about, size, until, due });
      return;
    }
    case "promise": {
      const { about, size, due } = event;
      open.offers = drop(open.offers, about);
      open.promises.push({ about, size, due });
      return;
    }
    case "decline":
    case "promise unsaid":
      open.offers = drop(open.offers, event.about);
      if (event.kind === "promise unsaid") counts.unsaid += 1;
      return;
    case "withdraw":
    case "excuse":
      open.promises = drop(open.promises, event.about);
      counts.called += 1;
      return;
    case "promise kept":
      open.promises = drop(open.promises, event.about);
      open.banked = milli(open.banked + law.grows * event.size * (1 - open.banked));
      counts.kept += 1;
      return;
    case "trust shaken":
      open.promises = drop(open.promises, event.about);
      open.banked = milli(open.banked * law.left);
      open.shaken = event.tick;
      if (event.why === "broken") counts.broken += 1;
      return;
    case "drain":
      open.drains = open.drains.filter(({ at }) => at > event.tick);
      if (event.at > event.tick) open.drains.push({ at: event.at, by: event.by });
      return;
    case "promise due":
    case "tick":
    case "dawn":
    case "sent":
    case "overdue":
    case "energy":
    case "refused":
    case "ended":
      return;
  }
}
