/** Timeouts: keeps every chair in use, under a limit that comes from what answers took, or from nothing. */
import type { Intent, Open, Tick } from "../engine/index.ts";
import { waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { count, type Policy } from "./policy.ts";

type Limits = NonNullable<Open["forces"]["limits"]>;

/** The time that so many of a hundred answers kept to, among the latest `window` (0: all of them). */
function percentile(times: readonly Tick[], percent: number, window: number): Tick {
  const sorted = times.slice(-window).toSorted((a, b) => a - b);
  const at = Math.floor((percent * sorted.length) / 100);
  return sorted[Math.min(sorted.length - 1, at)] ?? 1;
}

type Ways = {
  /** The limit of the next ask; 0 for none. */
  readonly limit: (open: Limits) => Tick;
  /** How often a limit is doubled when it is about to run out. */
  readonly extend: number;
  /** 1: whoever is no longer waited for is told. */
  readonly tell: number;
};

function deadline({ limit, extend, tell }: Ways): Bot {
  return ({ forces, tick, ended }) => {
    const open = forces.limits;
    if (open === undefined || ended !== null) return waitFor(Number.POSITIVE_INFINITY);
    const last = open.waits.find(
      (w) =>
        w.state === "open" &&
        w.limit !== null &&
        tick - w.since >= w.limit - 1 &&
        w.changes < extend,
    );
    if (last !== undefined) return { kind: "limit", key: last.key, ticks: 2 * (last.limit ?? 1) };
    const dropped = tell > 0 ? open.waits.find(({ state }) => state === "ran out") : undefined;
    if (dropped !== undefined) return { kind: "call off", key: dropped.key };
    return ask(open, limit) ?? waitFor(nextLook(open, tick, extend));
  };
}

/** Fills a free chair with the next wish in the round. */
function ask(open: Limits, limit: Ways["limit"]): Intent | null {
  const { chairs, topics, waits } = open;
  const taken = waits.filter(({ state }) => state === "open").map(({ about }) => about);
  if (taken.length >= chairs) return null;
  const from = waits.length % topics.length;
  const round = [...topics.slice(from), ...topics.slice(0, from)];
  const about = round.find((topic) => !taken.includes(topic));
  if (about === undefined) return null;
  const bound = limit(open);
  return { kind: "send", what: "ask", about, ...(bound > 0 && { limit: Math.min(999, bound) }) };
}

/** Whoever means to extend looks up just before a limit runs out. */
function nextLook({ waits }: Limits, tick: Tick, extend: number): Tick {
  const due = waits.flatMap(({ state, limit, since, changes }) =>
    state === "open" && limit !== null && changes < extend ? [since + limit - 1 - tick] : [],
  );
  return Math.min(64, ...due);
}

export const timeouts: Policy = {
  name: "deadline",
  meaning: "Keeps every chair in use, and waits for each answer up to a limit.",
  parameters: [
    count("of", 90, [0, 100], "the limit is the time that so many of 100 answers kept to"),
    count("pad", 1, [0, 100], "and so many ticks more"),
    count("window", 0, [0, 100], "only so many of the latest answers count; 0: all"),
    count("fixed", 0, [0, 999], "this limit instead, whatever is heard; 0: no"),
    count("forever", 0, [0, 1], "1: no limit at all"),
    count("extend", 0, [0, 100], "how often a limit is doubled just before it runs out"),
    count("tell", 0, [0, 1], "1: what ran out is called off"),
  ],
  blind: [0, 1].flatMap((tell) => Array.from({ length: 40 }, (_, i) => ({ fixed: i + 2, tell }))),
  make: ({ count: value }) => {
    const [of, pad, window] = [value("of"), value("pad"), value("window")];
    const fixed = value("forever") > 0 ? 0 : value("fixed");
    const heard = fixed === 0 && value("forever") === 0;
    return deadline({
      limit: ({ times }) => (heard ? percentile(times, of, window) + pad : fixed),
      extend: value("extend"),
      tell: value("tell"),
    });
  },
};
