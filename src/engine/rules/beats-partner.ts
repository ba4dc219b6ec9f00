/** The partner's side of beats: what your signs of life do, and what their absence does. */
import type { Turn } from "../force.ts";
import { chance } from "../luck.ts";
import type { Message, Tick, Tone } from "../message.ts";
import { bandOf, remembered } from "../phi.ts";
import { alarming, type Beats, type Plan } from "./beats-shape.ts";

export const isNow = (plan: Plan, what: Plan["what"], tick: Tick): boolean =>
  plan.what === what && plan.from <= tick && tick < plan.until;

export const onShift = ({ plans }: Readonly<Beats["sealed"]>, tick: Tick): boolean =>
  plans.some((plan) => isNow(plan, "shift", tick));

/** Puts back a share, in thousandths, of what is missing to a whole. */
export const lift = (security: number, share: number): number =>
  Math.round(security + ((1000 - security) * share) / 1000);

/** What a tick does to them, in which they listened for you. */
export function listen({ law, sealed, tick, hide }: Turn<Beats>): void {
  const excused = tick < sealed.excused;
  if (!excused) sealed.since += 1;
  const band = bandOf(sealed.since, sealed.gaps);
  if (band !== sealed.band) hide({ kind: "doubts", tick, band });
  sealed.band = band;
  const worried = band === alarming;
  if (worried) sealed.sum.worried += 1;
  const kept = (sealed.security * (excused ? law.calm : law.keeps)) / 1000;
  sealed.security = Math.max(0, Math.round(kept - (worried ? law.worry : 0)));
}

const moods: { readonly [state in "sure" | "unsure"]: readonly (readonly [Tone, number])[] } = {
  sure: [
    ["light", 450],
    ["thin", 800],
    ["puzzled", 1000],
  ],
  unsure: [
    ["light", 200],
    ["thin", 450],
    ["puzzled", 1000],
  ],
};

/** They write of themselves now and then, and when your silence grows odd: how, is a noisy sign. */
export function write({ law, sealed, tick, luck, say, hide }: Turn<Beats>, before: number): void {
  const often = sealed.band > before ? law.wonders : law.writes;
  if (!chance(luck("outside", tick), often)) return;
  const of = sealed.band > 0 ? "unsure" : "sure";
  const draw = luck("sign", tick);
  const tone = moods[of].find(([, upTo]) => chance(draw, upTo))?.[0] ?? "plain";
  hide({ kind: "sign", tick, tone, of });
  say({ what: "word", tone });
}

/** A sign of life from you has arrived. */
export function notice({ law, sealed, tick, answer }: Turn<Beats>, message: Message): void {
  if (sealed.since > 0 && sealed.band < alarming)
    sealed.gaps = [...sealed.gaps, sealed.since].slice(-remembered);
  sealed.since = 0;
  const { kind, values } = message;
  sealed.security = lift(sealed.security, kind === "gesture" ? law.gesture : law.ping);
  sealed.excused = kind === "announce" ? (values[0] ?? tick) : tick;
  if (kind === "announce") answer(message, { tone: "plain" });
}
