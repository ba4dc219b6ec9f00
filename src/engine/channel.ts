/** Two one-way channels. A put is lost or delayed by luck keyed by its tick and slot, never by what else was sent. */

import type { ChannelLaw } from "./level.ts";
import { chance, luck, pick, type Root } from "./luck.ts";
import type { Key, Put, Tick } from "./message.ts";
import type { Secret } from "./rules/index.ts";
import type { Flight } from "./world.ts";

const purposes = {
  out: ["out-loss", "out-delay"],
  in: ["in-loss", "in-delay"],
} as const;

/** The tick at which a put arrives, or null where it is lost. */
export function fate(
  law: ChannelLaw,
  root: Root,
  way: "out" | "in",
  { tick, slot }: Put,
): Tick | null {
  const [loss, delay] = purposes[way];
  if (chance(luck(root, loss, tick, slot), law.loss)) return null;
  const [least, most] = law.delay;
  if (least === most) return tick + least;
  return tick + least + pick(luck(root, delay, tick, slot), most - least + 1);
}

type Cargo = { readonly key: Key; readonly put: Put };
type Wire<C extends Cargo> = {
  readonly law: ChannelLaw;
  readonly root: Root;
  readonly way: "out" | "in";
  readonly flights: Flight<C>[];
};

/** Puts something on the wire and tells its fate to the hidden log. */
export function put<C extends Cargo>(
  wire: Wire<C>,
  cargo: C,
  attempt: number,
  hide: (secret: Secret) => void,
): void {
  const due = fate(wire.law, wire.root, wire.way, cargo.put);
  const { tick, slot } = cargo.put;
  hide({ kind: "put", tick, way: wire.way, slot, key: cargo.key, attempt, due });
  if (due !== null) wire.flights.push({ cargo, due });
}

/** Takes off the wire what arrives by this tick, earliest put first. */
export function arriving<C extends Cargo>(flights: Flight<C>[], tick: Tick): readonly C[] {
  if (flights.length === 0) return [];
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
