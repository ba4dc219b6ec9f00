/** What an evening of replicas comes to: its cost, and the statements on its card. */
import { energyMean } from "../energy.ts";
import type { Fact, Ground, Items } from "../force.ts";
import type { Tick } from "../message.ts";

/** The public events of replicas. */
export type Told =
  /** You have changed your mind about a card. */
  | { kind: "leaned"; tick: Tick; about: string; count: number }
  /**
   * Something at tick `at` will ask about a card; "" where only they can say which. Where it lasts, it is not an
   * occasion but a time without any line.
   */
  | {
      kind: "occasion";
      tick: Tick;
      topic: string;
      about: string;
      at: Tick;
      dinner: number;
      lasts: Tick;
    }
  /** A scene: the card was asked about or used, and you two held the same, or not. */
  | {
      kind: "met";
      tick: Tick;
      topic: string;
      about: string;
      weight: "light" | "heavy";
      differ: boolean;
      /** What both hold from now on. */
      count: number;
      node: number;
    }
  | { kind: "defer"; tick: Tick; topic: string };

type Law = {
  readonly whole: number;
  readonly ease: number;
  readonly miss: number;
  readonly slip: number;
  readonly defer: number;
  readonly lease: number;
  readonly cards: readonly { readonly about: string; readonly heavy: number }[];
};
type Happening = { readonly kind: string; readonly tick: Tick };
type Met = Extract<Told, { kind: "met" }>;
type Logged = {
  readonly events: readonly Happening[];
  readonly secrets: readonly Happening[];
};

const isMet = (event: Happening): event is Met => event.kind === "met";

function costOf(law: Law, event: Happening): number {
  if (event.kind === "defer") return law.defer;
  if (!isMet(event) || !event.differ) return 0;
  return event.weight === "heavy" ? law.miss : law.slip;
}

/** All of it when nothing was ever different; less by each mix-up, more by what you had left to give. */
export function agreement(law: Law, { events }: Logged, ground: Ground): Items {
  const cost = { heavy: 0, light: 0, defer: 0 };
  for (const event of events)
    if (isMet(event)) cost[event.weight] += costOf(law, event);
    else if (event.kind === "defer") cost.defer += costOf(law, event);
  return {
    whole: law.whole,
    heavy: -cost.heavy,
    light: -cost.light,
    deferred: -cost.defer,
    ease: law.ease * energyMean(events, ground),
  };
}

type Sending = Happening & {
  readonly what: string;
  readonly attempt: number;
  readonly key: string | null;
};
const isSent = (event: Happening): event is Sending => event.kind === "sent";
type Apart = Happening & { readonly about: string; readonly ticks: number };
const isApart = (secret: Happening): secret is Apart => secret.kind === "apart";
const isHeard = (event: Happening): event is Sending => event.kind === "heard";

const isHeavy = ({ cards }: Law, about: string): boolean =>
  cards.some((card) => card.about === about && card.heavy > 0);

export function factsOf(law: Law, { events, secrets }: Logged): readonly Fact[] {
  const met = events.filter(isMet);
  const asked = met.filter(({ weight }) => weight === "heavy");
  const passing = met.filter(({ weight }) => weight === "light");
  const wrong = (all: readonly Met[]): readonly Tick[] =>
    all.filter(({ differ }) => differ).map(({ tick }) => tick);
  const sent = events.filter(isSent);
  const settles = sent.filter(({ what }) => what === "fact");
  const keys = new Set(settles.map(({ key }) => key));
  const answered = new Set(events.filter(isHeard).map(({ key }) => key));
  const again = settles.filter(({ attempt }) => attempt > 1);
  return [
    {
      line: "timing",
      code: "replicas.occasions",
      ticks: wrong(asked),
      numbers: {
        asked: asked.length,
        well: asked.length - wrong(asked).length,
        deferred: events.filter(({ kind }) => kind === "defer").length,
      },
    },
    {
      line: "acknowledgement",
      code: "replicas.settles",
      ticks: again.map(({ tick }) => tick),
      numbers: {
        settles: keys.size,
        answered: [...keys].filter((key) => answered.has(key)).length,
        again: again.length,
      },
    },
    {
      line: "repair",
      code: "replicas.passing",
      ticks: wrong(passing),
      numbers: {
        reads: passing.length,
        slips: wrong(passing).length,
        chats: sent.filter(({ what }) => what === "chat").length,
      },
    },
    {
      line: "repair",
      code: "replicas.unasked",
      ticks: [],
      // What may drift, may drift: a heavy card that nobody asked about cost nothing.
      numbers: Object.fromEntries(
        secrets
          .filter(isApart)
          .filter(({ about, ticks }) => ticks >= law.lease && isHeavy(law, about))
          .filter(({ about }) => !asked.some((one) => one.about === about))
          .map(({ about, ticks }) => [about, ticks]),
      ),
    },
    {
      line: "repair",
      code: "replicas.apart",
      ticks: [],
      numbers: Object.fromEntries(
        secrets.filter(isApart).map(({ about, ticks }) => [about, ticks]),
      ),
    },
  ];
}
