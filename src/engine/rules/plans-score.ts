/** What became of the plans of an evening, and what it is worth: told from public events alone. */
import type { Fact, Items } from "../force.ts";
import type { Key, Tick } from "../message.ts";

type Seen = {
  readonly kind: string;
  readonly tick: Tick;
  readonly about?: string;
  readonly worth?: number;
  readonly what?: string;
  readonly key?: Key | null;
  readonly tone?: string;
  readonly values?: readonly number[];
  readonly way?: string;
};

export type Told = {
  readonly about: string;
  readonly worth: number;
  tells: Tick[];
  confirms: Tick[];
  /** Confirms sent although one was answered since the plan was last told. */
  extra: Tick[];
  /** Whether the last that was said back, before its moment, was right. */
  echoed: boolean;
  confirmed: boolean;
  /** The same since it was last told: who tells it again has it open again. */
  settled: boolean;
  way: string;
};

export function told(events: readonly Seen[]): readonly Told[] {
  const plans: Told[] = [];
  const confirms = new Set<Key>();
  for (const event of events) {
    const { kind, tick, about = "", worth = 0, what, key, way = "" } = event;
    if (kind === "planned") plans.push(fresh(about, worth));
    const plan = plans.find((p) => p.about === about);
    if (plan === undefined || plan.way !== "") continue;
    if (kind === "sent" && what === "plan") {
      plan.tells.push(tick);
      plan.settled = false;
    }
    if (kind === "sent" && what === "confirm") {
      plan.confirms.push(tick);
      if (plan.settled) plan.extra.push(tick);
      if (key) confirms.add(key);
    }
    if (kind === "heard") hear(plan, event, key !== null && key !== undefined && confirms.has(key));
    if (kind === "came") plan.way = way;
  }
  return plans;
}

const fresh = (about: string, worth: number): Told => ({
  about,
  worth,
  tells: [],
  confirms: [],
  extra: [],
  echoed: false,
  confirmed: false,
  settled: false,
  way: "",
});

function hear(plan: Told, { tone, values = [] }: Seen, confirmed: boolean): void {
  if (tone === "no") {
    plan.way = "declined";
    return;
  }
  plan.echoed = values[0] === 1;
  plan.confirmed ||= confirmed;
  plan.settled ||= confirmed;
}

type Costs = {
  readonly high: number;
  readonly stood: number;
  readonly missed: number;
  readonly effort: number;
  readonly nag: number;
};

/** What a way is worth, as a share of the plan's worth. */
const shareOf = (way: string, { stood, missed }: Costs): number => {
  if (way === "alone" || way === "apart") return -stood;
  return way === "missed" ? -missed : 0;
};

/** Of 100: what was kept and lost of what was wanted, less what the messages took. A no costs nobody anything. */
export function worthOf(costs: Costs, plans: readonly Told[]): Items {
  let met = 0;
  let crossed = 0;
  let messages = 0;
  let whole = 0;
  for (const { worth, way, tells, confirms } of plans) {
    if (way === "declined") continue;
    const n = confirms.length;
    whole += worth;
    if (way === "both") met += worth;
    // A small thing that fails is merely a thing that did not happen.
    else if (worth >= costs.high) crossed += worth * shareOf(way, costs);
    messages -= costs.effort * (tells.length + n) + (costs.nag * n * (n - 1)) / 2;
  }
  const of100 = (sum: number): number => (whole === 0 ? 0 : (100 * sum) / whole);
  return { met: of100(met), crossed: of100(crossed), messages: of100(messages) };
}

/** What you asked to have said back, what you confirmed, what you trusted. */
export function factsOf(plans: readonly Told[], high: number): readonly Fact[] {
  const big = plans.filter(({ worth }) => worth >= high);
  const count = (...ways: readonly string[]): number =>
    plans.filter(({ way }) => ways.includes(way)).length;
  const extra = plans.flatMap((plan) => plan.extra).sort((a, b) => a - b);
  const small = plans.filter(({ worth }) => worth < high);
  return [
    {
      line: "acknowledgement",
      code: "plans.came",
      ticks: [],
      numbers: {
        plans: plans.length,
        both: count("both"),
        alone: count("alone", "apart"),
        missed: count("missed"),
        declined: count("declined"),
      },
    },
    {
      line: "acknowledgement",
      code: "plans.ladder",
      ticks: extra,
      numbers: {
        high: big.length,
        echoed: big.filter(({ echoed }) => echoed).length,
        confirmed: big.filter(({ confirmed }) => confirmed).length,
        extra: extra.length,
        small: small.reduce((sum, p) => sum + p.confirms.length, 0),
      },
    },
  ];
}
