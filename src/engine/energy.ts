/** What things take out of you, and how much you had over an evening. */
import type { KernelEvent } from "./event.ts";
import type { Ground } from "./force.ts";
import type { Intent } from "./intent.ts";
import type { EnergyLaw, Laws } from "./level.ts";
import { milli } from "./number.ts";
import type { Sent } from "./world.ts";

type Sending = { readonly sent: readonly Pick<Sent, "key" | "what" | "brief">[] };

/** What an intent takes: by "brief", by its kind of message, or by its verb. */
export function costOf({ energy }: Laws, open: Sending, intent: Intent): number {
  if (energy === undefined) return 0;
  const { costs } = energy;
  if (intent.kind === "send") return sendCost(costs, intent.what, intent.brief === true);
  if (intent.kind !== "repeat") return costs[intent.kind] ?? 0;
  const sent = open.sent.find(({ key }) => key === intent.key);
  return costs["repeat"] ?? (sent === undefined ? 0 : sendCost(costs, sent.what, sent.brief));
}

export const sendCost = (costs: EnergyLaw["costs"], what: string, brief: boolean): number =>
  (brief ? costs["brief"] : undefined) ?? costs[what] ?? 0;

/** Mean of your energy over the ticks of an evening, as a share of its cap; 0 where it is not counted. */
export function energyMean(
  events: readonly { readonly kind: string; readonly tick: number }[],
  { energy }: Ground,
): number {
  const end = events.at(-1)?.tick ?? 0;
  if (energy === null || end === 0) return 0;
  let [now, since, sum] = [energy.start, 0, 0];
  for (const event of events) {
    if (!isEnergy(event)) continue;
    sum += now * (event.tick - since);
    [now, since] = [event.now, event.tick];
  }
  return milli((sum + now * (end - since)) / (end * energy.cap));
}

type EnergyEvent = Extract<KernelEvent, { readonly kind: "energy" }>;

const isEnergy = (event: { readonly kind: string }): event is EnergyEvent =>
  event.kind === "energy";
