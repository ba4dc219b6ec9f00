/** Apology: says sorry for every wrong, and again after a gap, the same or a new one, until it is heard. */
import type { Intent, Key, Open, Tick } from "../engine/index.ts";
import { waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { count, type Policy, product, type Values } from "./policy.ts";

/** What the level takes for it; a test holds these to the level's own numbers. */
export const costs = { full: 3, brief: 1, repeat: 0.5 } as const;

/** What one of their own words means: from here on they can hear it. */
const listening = 2;

type Wrong = NonNullable<Open["forces"]["incidents"]>["wrongs"][number];

/** What is known of the apologies for one wrong. */
type Told = { readonly attempts: number; readonly last: Tick; readonly latest: Key | null };

function told({ keys }: Wrong, { sent }: Readonly<Open>): Told {
  const mine = sent.filter(({ key }) => keys.includes(key));
  return {
    attempts: mine.reduce((sum, { attempts }) => sum + attempts, 0),
    last: Math.max(0, ...mine.map(({ last }) => last)),
    latest: keys.at(-1) ?? null,
  };
}

/** The tick of the next try, or never. */
function due(wrong: Wrong, seen: Readonly<Open>, { count }: Values): Tick {
  const never = Number.POSITIVE_INFINITY;
  const { from, heard, said } = wrong;
  const { attempts, last } = told(wrong, seen);
  if (heard !== null && count("heed") === 1) return never;
  const word = count("asked") === 1 ? said : null;
  if (attempts === 0) return word?.word === listening ? word.tick : from + count("late");
  // "Not now" came back for what was sent: there is no hurry until they say so.
  const refused = word !== null && word.word !== listening && word.tick > last;
  const at = (refused ? word.tick : last) + gapAfter(attempts, seen, count);
  return attempts < count("tries") && at < from + count("until") ? at : never;
}

function gapAfter(attempts: number, { usual }: Readonly<Open>, count: Values["count"]): Tick {
  let gap = count("gap") === 0 ? usual + 1 : count("gap");
  for (let n = 1; n < attempts; n++) gap *= count("grows");
  return gap;
}

const costOf = (intent: Intent): number => {
  if (intent.kind === "repeat") return costs.repeat;
  return intent.kind === "send" && intent.brief === true ? costs.brief : costs.full;
};

function say(wrong: Wrong, seen: Readonly<Open>, { choice }: Values): Intent {
  const { latest } = told(wrong, seen);
  const again = choice("again");
  if (latest !== null && again === "same") return { kind: "repeat", key: latest };
  const way = latest === null ? choice("first") : again;
  const base = { kind: "send", what: "apology", about: wrong.about } as const;
  return way === "brief" ? { ...base, brief: true } : base;
}

function saySorry(values: Values): Bot {
  return (seen) => {
    let next = Number.POSITIVE_INFINITY;
    for (const wrong of seen.forces.incidents?.wrongs ?? []) {
      const at = due(wrong, seen, values);
      const intent = say(wrong, seen, values);
      if (at <= seen.tick && costOf(intent) <= (seen.energy ?? costs.full)) return intent;
      next = Math.min(next, Math.max(at, seen.tick + 1));
    }
    return waitFor(next - seen.tick);
  };
}

export const apology: Policy = {
  name: "apology",
  meaning: "Says sorry for every wrong, and again after a gap until it is heard.",
  parameters: [
    {
      name: "first",
      kind: "choice",
      of: ["full", "brief"],
      fallback: "full",
      meaning: "how much the first apology says",
    },
    {
      name: "again",
      kind: "choice",
      of: ["same", "full", "brief"],
      fallback: "same",
      meaning: "the same one again, or a new one, in full or in a few words",
    },
    count("gap", 0, [0, 64], "ticks until the next try; 0: just over the usual round trip"),
    count("grows", 1, [1, 4], "factor by which the gap grows with each try"),
    count("tries", 64, [1, 64], "how often a wrong is spoken of at most"),
    count("until", 64, [1, 64], "ticks after the wrong from which nothing more is said"),
    count("late", 0, [0, 64], "ticks after the wrong before the first try"),
    count("asked", 0, [0, 1], "1: goes by their own word on whether they can hear it"),
    count("heed", 1, [0, 1], "1: stops when it is heard; 0: goes on all the same"),
  ],
  blind: product({
    again: ["same", "full"],
    heed: [0],
    gap: [1, 2, 3, 4, 5, 6, 8, 12],
    tries: [1, 2, 3, 4, 6],
    late: [0, 3, 6, 10],
  }),
  make: saySorry,
};
