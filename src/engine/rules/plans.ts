/** Plans: what only works if both turn up, agreed over a line on which neither can be sure of the other. */
import type { Fact, Force, Sendable } from "../force.ts";
import { amount, list, perMille, ticks, topic } from "../law.ts";
import type { Key, Kind, Tick } from "../message.ts";
import { factsOf, told, worthOf } from "./plans-score.ts";
import { meet, take } from "./plans-there.ts";

const fields = {
  plans: list("what there is to agree, in order", {
    about: topic("the topic's id"),
    worth: amount("what it is worth when both turn up in the same place"),
    vague: perMille("how often its wording is taken another way, whatever the line does"),
  }),
  gap: ticks("ticks from one plan to the next", 1),
  lasts: ticks("ticks from a plan's coming up to its moment", 4),
  high: amount("worth from which they would rather know that you know"),
  dare: perMille("how often they go to such a plan without having heard that you know"),
  mishear: perMille("how often you hear what you meant where they say back something else"),
  declines: perMille("how often they do not want to; drawn once a plan, however often you ask"),
  stood: amount("share of a great plan's worth lost where you go and they do not, or elsewhere"),
  missed: amount("share of a great plan's worth lost where they go and you do not"),
  effort: amount("what each message costs"),
  nag: amount("what each further confirm of one plan costs more than the one before"),
} as const;

/** How a plan went: both there; you alone; both, but not in one place; they alone; nobody; they had said no. */
export const ways = ["both", "alone", "apart", "missed", "neither", "declined"] as const;
export type Way = (typeof ways)[number];

/** What you know of a plan. */
export type Plan = {
  readonly about: string;
  readonly worth: number;
  readonly until: Tick;
  /** Whether they would rather know that you know. */
  readonly high: boolean;
  /** The latest key it was told under, and the latest it was confirmed under, with all sends of each. */
  plan: Rung;
  confirm: Rung;
  /** What they said back last: whether it is what you meant; null for nothing yet. */
  echo: { readonly right: boolean; readonly tick: Tick } | null;
  /** How often in a row they have said it back right. */
  rights: number;
  /** It is the last tick for a decision. */
  due: boolean;
  choice: "go" | "no-go" | null;
  came: Way | null;
};
/** `waits` while the latest asked for an answer that has not come; `heard` is the tick of the first answer. */
export type Rung = {
  key: Key | null;
  sends: number;
  last: Tick | null;
  waits: boolean;
  heard: Tick | null;
};

/** What the partner made of a plan. */
export type Theirs = { read: boolean; right: boolean; sure: boolean };

export type Plans = {
  fields: typeof fields;
  open: { plans: Plan[] };
  sealed: { theirs: Theirs[] };
  intent: { kind: "go"; about: string } | { kind: "no-go"; about: string };
  event:
    | { kind: "planned"; tick: Tick; about: string; worth: number; until: Tick }
    /** The last moment to decide. */
    | { kind: "due"; tick: Tick; about: string }
    | { kind: "decided"; tick: Tick; about: string; choice: "go" | "no-go" }
    | { kind: "came"; tick: Tick; about: string; way: Way };
  secret:
    | { kind: "understood"; tick: Tick; about: string; right: boolean }
    | { kind: "convinced"; tick: Tick; about: string }
    | { kind: "misheard"; tick: Tick; about: string }
    /** At its moment: what they had heard, whether they knew that you know, and whether they went. */
    | ({ kind: "stood"; tick: Tick; about: string } & Theirs & { went: boolean });
};

const rung = (): Rung => ({ key: null, sends: 0, last: null, waits: false, heard: null });

/** Still to be talked about: not decided, not refused, not at its last moment. */
const isOpen = ({ due, choice, came }: Plan): boolean => !due && choice === null && came === null;

const isAbout = (kind: Kind): kind is "plan" | "confirm" => kind === "plan" || kind === "confirm";

/** A message's part in what you know: which rung it stands on, and that it is under way. */
function recordSent(plan: Plan, key: Key, kind: "plan" | "confirm", ack: boolean, tick: Tick) {
  const on = plan[kind];
  on.sends += 1;
  on.last = tick;
  on.key = key;
  on.waits = ack;
}

function recordHeard(plan: Plan, key: Key, tick: Tick, tone: string, right: boolean): void {
  for (const on of [plan.plan, plan.confirm])
    if (on.key === key) {
      on.waits = false;
      on.heard ??= tick;
    }
  if (tone === "no") {
    plan.came = "declined";
    return;
  }
  plan.echo = { right, tick };
  plan.rights = right ? plan.rights + 1 : 0;
}

export const plans: Force<Plans> = {
  id: 8,
  fields,
  verbs: ["go", "no-go"],
  events: {
    planned: { loud: 2, fields: { about: "word", worth: "number", until: "tick" } },
    due: { loud: 2, fields: { about: "word" } },
    decided: { loud: 0, fields: { about: "word", choice: ["go", "no-go"] } },
    came: { loud: 2, fields: { about: "word", way: ways } },
  },
  blank: () => ({ plans: [] }),
  deal: (law) => ({
    theirs: law.plans.map(() => ({ read: false, right: false, sure: false })),
  }),
  record({ plans: all }, event, law) {
    if (event.kind === "planned") {
      const { about, worth, until } = event;
      const known = { about, worth, until, high: worth >= law.high, plan: rung(), confirm: rung() };
      all.push({ ...known, echo: null, rights: 0, due: false, choice: null, came: null });
      return;
    }
    if (event.kind === "heard" && event.key === null) return;
    const about = "about" in event ? event.about : "";
    const plan = all.find((p) => p.about === about);
    if (plan === undefined) return;
    if (event.kind === "sent" && isAbout(event.what))
      recordSent(plan, event.key, event.what, event.ack, event.tick);
    if (event.kind === "heard" && event.key !== null && plan.came === null)
      recordHeard(plan, event.key, event.tick, event.tone, event.values[0] === 1);
    if (event.kind === "due") plan.due = true;
    if (event.kind === "decided") plan.choice = event.choice;
    if (event.kind === "came") plan.came = event.way;
  },
  /** Where an answer is awaited, the same is said again by its key. */
  sendable({ plans: all }) {
    const now: Sendable[] = [];
    for (const one of all) {
      if (!isOpen(one)) continue;
      const { about, high, plan, confirm } = one;
      if (!plan.waits) now.push({ what: "plan", about, ack: high, options: ["ack"] });
      if (plan.sends > 0 && !confirm.waits) now.push({ what: "confirm", about, ack: true });
    }
    return now;
  },
  closed: ({ plans: all }) =>
    all
      .filter((p) => !isOpen(p))
      .flatMap(({ plan, confirm }) => [plan.key, confirm.key].filter((key) => key !== null)),
  moves: ({ plans: all }) =>
    all.filter(undecided).flatMap(({ about }) => [
      { kind: "go", about },
      { kind: "no-go", about },
    ]),
  refuse: ({ plans: all }, _waiting, { about }) =>
    all.some((p) => p.about === about && undecided(p)) ? null : "topic",
  /** At the last moment there is nothing left to do but decide. */
  forbid({ plans: all }, intent) {
    const due = all.find((p) => p.due && undecided(p));
    if (due === undefined || intent.kind === "leave") return null;
    const decides = intent.kind === "go" || intent.kind === "no-go";
    return decides && intent.about === due.about ? null : "decide";
  },
  act: ({ tick, emit }, { kind: choice, about }) => emit({ kind: "decided", tick, about, choice }),
  format: ({ kind, about }) => `${kind} ${about}`,
  parse(line) {
    const [kind, about, ...rest] = line.split(" ");
    if (about === undefined || rest.length > 0 || !/^[a-z][a-z0-9-]*$/.test(about)) return null;
    return kind === "go" || kind === "no-go" ? { kind, about } : null;
  },
  read(turn, message) {
    if (!isAbout(message.kind)) return null;
    const index = turn.open.plans.findIndex((p) => p.about === message.about);
    const plan = turn.open.plans[index];
    return plan === undefined ? "silence" : take(turn, index, plan, message);
  },
  outside({ law, open, tick, emit }) {
    for (const { about, until, choice, came, high } of open.plans)
      if (high && choice === null && came === null && tick === until - 1)
        emit({ kind: "due", tick, about });
    const n = open.plans.length;
    const next = law.plans[n];
    if (next === undefined || tick < n * law.gap) return;
    const { about, worth } = next;
    emit({ kind: "planned", tick, about, worth, until: tick + law.lasts });
  },
  expire(turn) {
    for (const [i, plan] of turn.open.plans.entries())
      if (plan.came === null && turn.tick >= plan.until) meet(turn, i, plan);
  },
  settled: ({ law, open }) =>
    open.plans.length === law.plans.length && open.plans.every(({ came }) => came !== null),
  gauges: {
    met: ({ plans: all }) => all.filter(({ came }) => came === "both").length,
    crossed: ({ plans: all }) =>
      all.filter(({ came }) => came === "alone" || came === "apart" || came === "missed").length,
  },
  measures: {
    /** 100 when everything wanted was kept at no cost at all. */
    value: (law, { events }) => worthOf(law, told(events)),
  },
  facts: (law, { events }): readonly Fact[] => factsOf(told(events), law.high),
  track: {
    name: "certainty",
    /** Of the latest plan they have heard of: half for having it right, whole for knowing that you know. */
    at: (_law, { theirs }) => {
      const latest = theirs.findLast(({ read }) => read);
      if (latest === undefined) return 0;
      return (latest.right ? 0.5 : 0.25) + (latest.sure ? 0.5 : 0);
    },
    holds: (law, { theirs }) =>
      law.plans.flatMap(({ about }, i) => {
        const { read = false, right, sure } = theirs[i] ?? {};
        if (!read) return [];
        return [{ about, state: right ? (sure ? "sure" : "right") : "wrong", numbers: [] }];
      }),
  },
};

const undecided = ({ high, choice, came }: Plan): boolean =>
  high && choice === null && came === null;
