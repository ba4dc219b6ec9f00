/** Two one-way channels. A put is lost, delayed or garbled by luck keyed by its tick and slot, never by what else was sent. */

import type { ChannelLaw } from "./level.ts";
import { chance, luck, pick, type Root } from "./luck.ts";
import type { Key, Kind, Put, Said, Tick } from "./message.ts";
import type { Secret } from "./rules/index.ts";
import type { Flight } from "./world.ts";

const purposes = {
  out: ["out-loss", "out-delay", "out-garble", "out-copy"],
  in: ["in-loss", "in-delay", "in-garble", "in-copy"],
} as const;

type Way = "out" | "in";

/** The tick at which a put arrives, or null where it is lost. */
export function fate(law: ChannelLaw, root: Root, way: Way, { tick, slot }: Put): Tick | null {
  const [loss, delay] = purposes[way];
  if (chance(luck(root, loss, tick, slot), law.loss)) return null;
  const [least, most] = law.delay;
  if (least === most) return tick + least;
  return tick + least + pick(luck(root, delay, tick, slot), most - least + 1);
}

/** Whether the line changes what a put means. */
export function garbles(law: ChannelLaw, root: Root, way: Way, { tick, slot }: Put): boolean {
  const { garble = 0 } = law;
  return garble > 0 && chance(luck(root, purposes[way][2], tick, slot), garble);
}

/** How long after the first a second copy arrives, in ticks; 0 for none. */
function copyAfter(law: ChannelLaw, root: Root, way: Way, { tick, slot }: Put): Tick {
  const { copies = 0 } = law;
  if (copies === 0) return 0;
  const copy = purposes[way][3];
  return chance(luck(root, copy, tick, slot), copies)
    ? 1 + pick(luck(root, copy, tick, slot + 32_768), 3)
    : 0;
}

type Cargo = { readonly key: Key | null; readonly put: Put };
type Wire<C extends Cargo> = {
  readonly law: ChannelLaw;
  readonly root: Root;
  readonly way: Way;
  readonly flights: Flight<C>[];
};

/** Puts something on the wire, `after` so many ticks, and tells its fate to the hidden log. */
export function put<C extends Cargo & { readonly garbled: boolean }>(
  wire: Wire<C>,
  cargo: C,
  told: { readonly what: Kind | Said; readonly attempt: number; readonly after: Tick },
  hide: (secret: Secret) => void,
): void {
  const { law, root, way, flights } = wire;
  const arrives = fate(law, root, way, cargo.put);
  const due = arrives === null ? null : arrives + told.after;
  const { what, attempt } = told;
  const { garbled, key } = cargo;
  const { tick, slot } = cargo.put;
  hide({ kind: "put", tick, slot, way, key, what, attempt, due, garbled });
  if (due === null) return;
  flights.push({ cargo, due });
  const later = copyAfter(law, root, way, cargo.put);
  if (later > 0) flights.push({ cargo, due: due + later });
}

const none: readonly never[] = [];

/** Takes off the wire what arrives by this tick, earliest put first. */
export function arriving<C extends Cargo>(flights: Flight<C>[], tick: Tick): readonly C[] {
  if (!flights.some(({ due }) => due <= tick)) return none;
  const here: C[] = [];
  for (let i = 0; i < flights.length; ) {
    const flight = flights[i];
    if (flight === undefined || flight.due > tick) i++;
    else {
      here.push(flight.cargo);
      flights.splice(i, 1);
    }
  }
  return here;
}
