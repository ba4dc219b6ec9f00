/** Heartbeat: small signs of life on a beat, and a rule for when a silence is long enough to look in. */
import type { Intent, Open, Tick } from "../engine/index.ts";
import { waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { count, type Given, type Policy, type Values } from "./policy.ts";

type Seen = NonNullable<Open["forces"]["beats"]>;

/** What things take, in every tier of the level. */
const costs = { ping: 1, gesture: 5, announce: 1, check: 2 };

/** Ticks of silence that nobody had told of, as the rules count them. */
function quiet({ last, planned }: Seen, tick: Tick): Tick {
  let ticks = tick - last;
  for (const { what, from, until } of planned)
    if (what === "shift") ticks -= Math.max(0, Math.min(tick, until) - Math.max(last, from));
  return ticks;
}

/** The share of beats that get lost, from the latest gaps: two misses more until it knows better. */
function lossOf({ gaps }: Seen, window: number): number {
  const latest = gaps.slice(-window);
  const ticks = latest.reduce((sum, gap) => sum + gap, 0);
  return Math.min(0.8, Math.max(0.02, (ticks - latest.length + 2) / (ticks + 2.5)));
}

/** How many beats in a row are missed by chance once in so many times. */
const patienceAt = (loss: number, odds: number): number =>
  Math.ceil(Math.log(odds) / -Math.log(loss));

/** The tick at which to look in, as things stand. */
function lookAt(seen: Seen, tick: Tick, { count, choice }: Values): Tick {
  const missed = quiet(seen, tick);
  const after = (misses: number): Tick => tick + Math.max(0, misses - missed);
  switch (choice("look")) {
    case "misses":
      return after(count("after"));
    case "adaptive":
      return after(patienceAt(lossOf(seen, count("window")), count("odds")));
    // The longest quiet they came back from by themselves, and some more.
    case "record":
      return after(Math.max(seen.longest, 2) + count("after"));
    case "alarm":
      return seen.band >= 2 ? tick : tick + 1;
    case "clock":
      return Math.ceil(Math.max(tick, 1) / count("after")) * count("after");
    default:
      return Number.POSITIVE_INFINITY;
  }
}

const during = (seen: Seen, what: "shift" | "lean", tick: Tick) =>
  seen.planned.find((plan) => plan.what === what && plan.from <= tick && tick < plan.until);

/** How many ticks to leave between two signs of life now; 0 for none at all. */
function gapNow(seen: Seen, open: Readonly<Open>, { count }: Values): Tick {
  const { tick } = open;
  if (count("from") <= tick && tick < count("from") + count("hush")) return 0;
  if (count("rest") > 0 && during(seen, "shift", tick)) return 0;
  if (count("lean") > 0 && during(seen, "lean", tick)) return count("lean");
  return count("every");
}

/** Says that it goes quiet, and says it again while nobody has answered that. */
function noticeNow(seen: Seen, { tick, sent }: Readonly<Open>, { count }: Values): Intent | null {
  const hushed = count("from") <= tick && tick < count("from") + count("hush");
  if (!hushed && during(seen, "lean", tick) === undefined) return null;
  if (!seen.announced) return { kind: "send", what: "announce", about: seen.about.announce };
  const said = sent.find(({ what }) => what === "announce");
  return said?.answered === null && tick >= said.last + 3
    ? { kind: "repeat", key: said.key }
    : null;
}

function heartbeat(values: Values): Bot {
  const { count, choice } = values;
  const what = choice("send") === "gesture" ? "gesture" : "ping";
  return (open, _draw): Intent => {
    const { tick, forces, sent } = open;
    const seen = forces.beats;
    const energy = open.energy ?? Number.POSITIVE_INFINITY;
    if (seen === undefined) return waitFor(Number.POSITIVE_INFINITY);
    const look = lookAt(seen, tick, values);
    if (look <= tick && energy >= costs.check) return { kind: "check" };
    if (count("notice") > 0 && energy >= costs.announce) {
      const notice = noticeNow(seen, open, values);
      if (notice !== null) return notice;
    }
    const gap = gapNow(seen, open, values);
    const last = sent.findLast((one) => one.what === what)?.last ?? -gap;
    const spare = choice("look") === "never" ? 0 : Math.min(count("reserve"), costs.check);
    if (gap > 0 && tick >= last + gap && energy >= costs[what] + spare)
      return { kind: "send", what, about: seen.about[what] };
    return waitFor(1);
  };
}

/** Beats and looks by the clock alone. */
const blind: readonly Given[] = [1, 2, 3, 4, 5, 6, 8, 10, 12].flatMap((every) =>
  [4, 6, 8, 10, 12, 15, 20, 25, 30, 40].map((after) => ({ every, look: "clock", after })),
);

export const heartbeatPolicy: Policy = {
  name: "heartbeat",
  meaning: "Sends a sign of life on a beat, and looks in when a silence is too long.",
  parameters: [
    count("every", 3, [0, 60], "ticks from one sign of life to the next; 0 for none"),
    { name: "send", kind: "choice", of: ["ping", "gesture"], fallback: "ping", meaning: "which" },
    {
      name: "look",
      kind: "choice",
      of: ["adaptive", "misses", "record", "alarm", "clock", "never"],
      fallback: "adaptive",
      meaning: "when it looks in: by the loss it has seen, after so many misses, at an alarm, ..",
    },
    count("after", 8, [1, 60], "misses before it looks in, or ticks from one look to the next"),
    count("odds", 50, [2, 1000], "it looks in when chance does that once in so many times"),
    count("window", 20, [2, 20], "how many gaps it judges the line by"),
    count("reserve", 2, [0, 9], "energy it keeps for looking in"),
    count("rest", 0, [0, 1], "1: no beats while they are at work"),
    count("lean", 0, [0, 60], "ticks between beats while energy is lean; 0: as ever"),
    count("from", 0, [0, 60], "from which tick it goes quiet, where it does"),
    count("hush", 0, [0, 60], "for how many ticks"),
    count("notice", 0, [0, 1], "1: says so when it goes quiet"),
  ],
  make: heartbeat,
  blind,
};
