/** Generals: tells plans, has them said back, confirms what was said back right, and decides. */
import type { Intent, Open, Tick } from "../engine/index.ts";
import { waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { count, type Policy, product, type Values } from "./policy.ts";

type Plan = NonNullable<Open["forces"]["plans"]>["plans"][number];

/** How plans of one size are treated. */
type Protocol = {
  /** How often it is told at most. */
  readonly tells: number;
  /** How often it must be said back right, in a row; 0: it is told so many times, unasked. */
  readonly echoes: number;
  /** How often it is confirmed at most. */
  readonly confirms: number;
  /** Confirms on, although one was answered. */
  readonly insists: boolean;
  /** Believes the first that was said back right, whatever is said later. */
  readonly trusts: boolean;
};

type Commit = "echo" | "always" | "confirmed" | "never";

const next = (plan: Plan, ack: boolean): Intent =>
  plan.plan.waits && plan.plan.key !== null
    ? { kind: "repeat", key: plan.plan.key }
    : { kind: "send", what: "plan", about: plan.about, ack };

const confirm = ({ about, confirm: { waits, key } }: Plan): Intent =>
  waits && key !== null ? { kind: "repeat", key } : { kind: "send", what: "confirm", about };

/** Whether the latest send of a rung is still within its round trip. */
const underWay = ({ waits, last }: Plan["plan"], { tick, usual }: Readonly<Open>): boolean =>
  waits && last !== null && tick - last < usual;

/** What there is to say about a plan now; null for nothing. */
function sayOf(plan: Plan, how: Protocol, seen: Readonly<Open>): Intent | null {
  const { plan: told, confirm: sure } = plan;
  if (how.echoes === 0) {
    if (told.sends < how.tells) return next(plan, false);
    return told.sends > 0 && sure.sends < how.confirms ? confirm(plan) : null;
  }
  const believed = how.trusts && sure.sends > 0;
  if (plan.rights < how.echoes && !believed) {
    const able = told.sends < how.tells && !underWay(told, seen) && !underWay(sure, seen);
    return able ? next(plan, true) : null;
  }
  if (sure.heard !== null && !how.insists) return null;
  return sure.sends < how.confirms && !underWay(sure, seen) ? confirm(plan) : null;
}

function decide(plan: Plan, commit: Commit, trusts: boolean): Intent {
  const {
    about,
    echo,
    confirm: { heard, sends },
  } = plan;
  const sure = echo?.right === true || (trusts && sends > 0);
  const go =
    commit === "always" ||
    (commit === "echo" && sure) ||
    (commit === "confirmed" && sure && heard !== null);
  return { kind: go ? "go" : "no-go", about };
}

const undecided = ({ forces }: Readonly<Open>): readonly Plan[] =>
  (forces.plans?.plans ?? []).filter(({ came, choice }) => came === null && choice === null);

/** The plan at its last moment, if any: nothing is legal then but to decide it. */
export const dueIn = (seen: Readonly<Open>): Plan | undefined =>
  undecided(seen).find(({ due }) => due);

const byMoment = (a: Plan, b: Plan): number => a.until - b.until;
const byWorth = (a: Plan, b: Plan): number => b.worth - a.worth || byMoment(a, b);

const longest: Tick = 64;

function generalsBot({
  high,
  low,
  commit,
  order,
}: {
  high: Protocol;
  low: Protocol;
  commit: Commit;
  order: string;
}): Bot {
  return (seen) => {
    const all = undecided(seen);
    const due = dueIn(seen);
    if (due !== undefined) return decide(due, commit, high.trusts);
    for (const plan of all.toSorted(order === "worth" ? byWorth : byMoment)) {
      // What leaves later is read after its moment.
      if (seen.tick > plan.until - 2) continue;
      const say = sayOf(plan, plan.high ? high : low, seen);
      if (say !== null) return say;
    }
    const waiting = all.flatMap(({ plan, confirm: sure }) =>
      [plan, sure].flatMap((on) =>
        underWay(on, seen) && on.last !== null ? [on.last + seen.usual - seen.tick] : [],
      ),
    );
    return waitFor(Math.min(longest, ...waiting));
  };
}

const protocol = ({ count: of }: Values, size: "high" | "low"): Protocol => ({
  tells: of(`${size}-tells`),
  echoes: of(`${size}-echoes`),
  confirms: of(`${size}-confirms`),
  insists: of("insists") === 1,
  trusts: of("trusts") === 1,
});

const commits: readonly Commit[] = ["echo", "confirmed", "always", "never"];
const isCommit = (text: string): text is Commit => commits.some((one) => one === text);

export const generals: Policy = {
  name: "generals",
  meaning: "Tells plans, has them said back, confirms what was said back right, and decides.",
  parameters: [
    count("high-tells", 99, [0, 99], "how often a great plan is told at most"),
    count(
      "high-echoes",
      1,
      [0, 99],
      "how often it must be said back right; 0: told unasked, so many times",
    ),
    count("high-confirms", 2, [0, 99], "how often it is confirmed at most"),
    count("low-tells", 1, [0, 99], "how often a small plan is told at most"),
    count(
      "low-echoes",
      0,
      [0, 99],
      "how often it must be said back right; 0: told unasked, so many times",
    ),
    count("low-confirms", 0, [0, 99], "how often it is confirmed at most"),
    count("insists", 0, [0, 1], "1: confirms on, although one was answered"),
    count(
      "trusts",
      0,
      [0, 1],
      "1: believes the first that was said back right, whatever comes later",
    ),
    {
      name: "commit",
      kind: "choice",
      of: commits,
      fallback: "echo",
      meaning:
        "on what it goes to a great plan: the latest echo, an answered confirm, always, never",
    },
    {
      name: "order",
      kind: "choice",
      of: ["worth", "moment"],
      fallback: "worth",
      meaning: "which plan comes first: the greater, or the one whose moment is nearer",
    },
  ],
  blind: product({
    "high-tells": [0, 1, 2, 3, 4],
    "high-echoes": [0],
    "high-confirms": [0, 1, 2, 3],
    "low-tells": [0, 1, 2],
    commit: ["always", "never"],
  }),
  make: (values) => {
    const commit = values.choice("commit");
    return generalsBot({
      high: protocol(values, "high"),
      low: protocol(values, "low"),
      commit: isCommit(commit) ? commit : "echo",
      order: values.choice("order"),
    });
  },
};
