/** Season: every pattern at once, each as its own bot plays it, and one choice: how soon to say a thing again. */
import type { Intent, Open, Tick } from "../engine/index.ts";
import { apology } from "./apology.ts";
import { openAsks, say, waitFor } from "./ask.ts";
import type { Bot, Draw } from "./bot.ts";
import { generals } from "./generals.ts";
import { heartbeatPolicy } from "./heartbeat.ts";
import { count, type Given, type Policy, product, valuesOf } from "./policy.ts";
import { trustPolicy } from "./trust.ts";

const made = (policy: Policy, given: Given): Bot => policy.make(valuesOf(policy, given));

/** What the weather is taken for. */
export type Weather = "line" | "week" | "far" | "calm";

/** The share of the last ticks in which no beat came. */
function missing({ forces, tick }: Readonly<Open>): number {
  const { gaps = [], last = 0 } = forces.beats ?? {};
  let [heard, ticks] = [0, tick - last];
  for (const gap of gaps.toReversed()) {
    if (ticks >= 5) break;
    heard += 1;
    ticks += gap;
  }
  return ticks === 0 ? 0 : 1 - heard / ticks;
}

/** When the latest answer came that took long, by a clear line; long ago where none did. */
function lastSlow({ sent, tick }: Readonly<Open>): Tick {
  const slow = sent.filter(
    ({ answered, attempts, first }) => answered !== null && attempts === 1 && answered - first >= 5,
  );
  return tick - Math.max(-99, ...slow.map(({ answered }) => answered ?? 0));
}

/** A line that loses beats is bad. Where beats come and answers do not, it is their week; where they come late, it is far. */
export function weatherOf(seen: Readonly<Open>): Weather {
  if (missing(seen) > 0.01) return "line";
  const { tick, sent } = seen;
  const asked = openAsks(seen).flatMap(({ key }) => sent.filter((one) => one.key === key));
  if (asked.some(({ first }) => tick - first > 6)) return "week";
  return lastSlow(seen) < 8 ? "far" : "calm";
}

/** Ticks after which something unanswered is said again. */
const patience: { readonly [W in Weather]: Tick } = { line: 3, week: 8, far: 7, calm: 7 };

/** Asks what is open, and again after a while; in their bad week one thing at a time, whoever it is about. */
function ask(seen: Readonly<Open>, weather: Weather): Intent | null {
  const { tick, quiet } = seen;
  const asks = openAsks(seen);
  const gap = patience[weather];
  if (weather === "week") {
    if (quiet.sends > 0 && quiet.last !== null && tick - quiet.last < gap) return null;
    const [first] = asks.toSorted((a, b) => a.attempts - b.attempts || a.last - b.last);
    return first === undefined ? null : say(first);
  }
  const due = asks.find(({ attempts, last }) => attempts === 0 || tick - last >= gap);
  return due === undefined ? null : say(due);
}

/** Says how it goes on as they have said they want it, and makes sure that both know. */
function settle({ forces, sent, tick, usual }: Readonly<Open>, presumes: boolean): Intent | null {
  const { endings } = forces;
  if (endings === undefined || !endings.time) return null;
  const agreed = endings.words.find(({ state }) => state === "agreed");
  const open = endings.words.find(({ about, state }) =>
    presumes ? state !== "no" : about === endings.wanted && state !== "no",
  );
  const about = agreed?.about ?? open?.about;
  if (about === undefined || endings.sure) return null;
  const what = agreed === undefined ? "plan" : "confirm";
  const said = sent.find((one) => one.what === what && one.about === about);
  if (said === undefined) return { kind: "send", what, about };
  return tick - said.last > usual ? { kind: "repeat", key: said.key } : null;
}

/** What the finale takes for it; a test holds these to the level's own numbers. */
export const costs: { readonly [name: string]: number } = {
  ping: 0.5,
  apology: 3,
  repeat: 0.5,
  ask: 0.5,
};

const costOf = (intent: Intent): number =>
  costs[intent.kind === "send" ? intent.what : intent.kind] ?? 0;

const waits = ({ kind }: Intent): boolean => kind === "wait" || kind === "wait for news";

/** Whether it is soon to say again what was said. */
function hasty(intent: Intent, { sent, tick }: Readonly<Open>, gap: Tick): boolean {
  if (intent.kind !== "repeat") return false;
  const last = sent.find(({ key }) => key === intent.key)?.last ?? 0;
  return tick - last < gap;
}

/** The first of several bots that has something to do; where none has, the shortest of their waits. */
function firstOf(bots: readonly Bot[], seen: Readonly<Open>, draw: Draw, gap: Tick): Intent {
  let least: Tick = 64;
  for (const bot of bots) {
    const intent = bot(seen, draw);
    const able = costOf(intent) <= (seen.energy ?? least) && !hasty(intent, seen, gap);
    if (!waits(intent) && able) return intent;
    if (intent.kind === "wait") least = Math.min(least, intent.ticks);
  }
  return waitFor(Math.min(2, least));
}

/** A bot's decisions, where one is due, and nothing else of it. */
const decides =
  (bot: Bot): Bot =>
  (seen, draw) => {
    const intent = bot(seen, draw);
    return intent.kind === "go" || intent.kind === "no-go" ? intent : waitFor(64);
  };

const orWait = (intent: Intent | null): Intent => intent ?? waitFor(64);

export const seasonPolicy: Policy = {
  name: "season",
  meaning: "Plays every pattern at once, and says again what is unanswered as the weather tells.",
  parameters: [
    {
      name: "weather",
      kind: "choice",
      of: ["read", "line", "week", "far", "calm"],
      fallback: "read",
      meaning: "what the weather is taken for: as the signs tell, or always the same",
    },
    {
      name: "only",
      kind: "choice",
      of: ["all", "beat", "ask", "sorry", "plan", "none"],
      fallback: "all",
      meaning: "the one pattern it plays, beside deciding what must be decided",
    },
    count("sorry", 1, [0, 1], "1: apologises for what went wrong"),
    {
      name: "ends",
      kind: "choice",
      of: ["listens", "presumes", "never"],
      fallback: "listens",
      meaning: "how it talks of how things go on",
    },
    count("beat", 4, [0, 60], "ticks between two signs of life; 0: none"),
  ],
  blind: product({
    weather: ["line", "week", "far", "calm"],
    beat: [0, 2, 4, 8],
    ends: ["presumes"],
  }),
  make: ({ choice, count }) => {
    const fixed = choice("weather");
    const sorry = made(apology, {});
    const plan = made(generals, {});
    const promise = made(trustPolicy, { refresh: "fixed", every: 14 });
    const beat = made(heartbeatPolicy, { every: Math.max(1, count("beat")), look: "never" });
    const now = (seen: Readonly<Open>): Weather => (isWeather(fixed) ? fixed : weatherOf(seen));
    const only = choice("only");
    const tool = (name: string, ...bots: readonly Bot[]): readonly Bot[] =>
      only === "all" || only === name ? bots : [];
    const ends = choice("ends");
    const bots: readonly Bot[] = [
      only === "all" || only === "plan" ? plan : decides(plan),
      ...(ends === "never" ? [] : tool("end", (seen) => orWait(settle(seen, ends === "presumes")))),
      ...(count("sorry") === 1 ? tool("sorry", sorry) : []),
      ...tool("promise", promise),
      ...tool("ask", (seen) => orWait(ask(seen, now(seen)))),
      ...(count("beat") > 0 ? tool("beat", beat) : []),
    ];
    return (seen, draw) => firstOf(bots, seen, draw, patience[now(seen)]);
  },
};

const isWeather = (text: string): text is Weather => Object.hasOwn(patience, text);
