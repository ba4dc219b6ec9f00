/** What an evening in modes was worth, and the facts that explain it. */
import type { KernelEvent, KernelSecret } from "../event.ts";
import type { Fact, Ground, Items, Log } from "../force.ts";
import type { Tick } from "../message.ts";
import { type Law, type Modes, short, worthOf } from "./modes-law.ts";

type Event = KernelEvent | Modes["event"];
type Logged = Log<Event, KernelSecret | Modes["secret"]>;

/** A tick without the core costs no more than this many times the first one. */
const mostMissed = 5;

type Heard = Extract<KernelEvent, { readonly kind: "heard" }>;

/** They could do what you asked of them. */
export const isYes = ({ favour }: Law, { what, about, tone }: Heard): boolean =>
  what === "answer" && about === favour && tone === "plain";

/** What a tick of life, or what came of one, is called on the card. */
const items: { readonly [kind: string]: string } = {
  lived: "lived",
  missed: "toast",
  changed: "changes",
  carried: "carried",
  heard: "favours",
  wondered: "unsaid",
  burdened: "burden",
};

/** What one public event adds. */
function worthIn(law: Law, event: Event): number {
  switch (event.kind) {
    case "lived":
      return worthOf(law)[event.mode];
    case "missed":
      return -law.missing * Math.min(event.running, mostMissed);
    case "changed":
      return -event.cost;
    case "carried":
      return event.worth;
    case "heard":
      return isYes(law, event) ? law.shared : 0;
    default:
      return 0;
  }
}

/** What one hidden event adds. */
function costIn(law: Law, secret: Logged["secrets"][number]): number {
  if (secret.kind === "wondered") return -secret.cost;
  return secret.kind === "burdened" ? -law.burden : 0;
}

export const measures = {
  /** 100 for full mode in every tick, with nothing carried besides. */
  value(law: Law, { events, secrets }: Logged, { length }: Ground): Items {
    const sums: { [item: string]: number } = {};
    const add = (kind: string, worth: number): void => {
      const item = items[kind];
      if (item !== undefined) sums[item] = (sums[item] ?? 0) + worth;
    };
    for (const event of events) add(event.kind, worthIn(law, event));
    for (const secret of secrets) add(secret.kind, costIn(law, secret));
    const whole = law.fullWorth * length;
    return Object.fromEntries(
      Object.entries(sums).map(([item, sum]) => [item, (100 * sum) / whole]),
    );
  },
};

export function facts(_law: Law, { events, secrets }: Logged): readonly Fact[] {
  const at = (kind: string): Tick[] => events.filter((e) => e.kind === kind).map((e) => e.tick);
  const hidden = (kind: string): Tick[] =>
    secrets.filter((s) => s.kind === kind).map((s) => s.tick);
  const lived = events.flatMap((e) => (e.kind === "lived" ? [e] : []));
  const low = lived.filter(({ mode }) => short[mode] > 0).length;
  const notices = events.flatMap((e) => (e.kind === "sent" && e.what === "announce" ? [e] : []));
  const keys = new Set(notices.map(({ key }) => key));
  const acks = events.filter((e) => e.kind === "heard" && e.key !== null && keys.has(e.key));
  const asks = events.filter((e) => e.kind === "sent" && e.what === "ask");
  const timing = {
    changes: at("changed").length,
    crashes: at("crashed").length,
    missed: at("missed").length,
    carried: at("carried").length,
    offered: at("offered").length,
  };
  const known = {
    notices: notices.length,
    acks: acks.length,
    low,
    wondered: hidden("wondered").length,
  };
  return [
    { line: "timing", code: "modes.run", ticks: at("changed"), numbers: timing },
    {
      line: "acknowledgement",
      code: "modes.told",
      ticks: notices.map(({ tick }) => tick),
      numbers: known,
    },
    ...(asks.length === 0
      ? []
      : [
          {
            line: "repair",
            code: "modes.asked",
            ticks: asks.map(({ tick }) => tick),
            numbers: { asks: asks.length, burdened: hidden("burdened").length },
          } as const,
        ]),
  ];
}
