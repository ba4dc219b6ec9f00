/** Modes: you run as much of yourself as the energy lasts for, and the other side sees less of you. */
import type { Force, Turn } from "../force.ts";
import { even } from "../law.ts";
import { chance } from "../luck.ts";
import type { Tone } from "../message.ts";
import { milli } from "../number.ts";
import {
  fields,
  isMode,
  type Mode,
  type Modes,
  modes as names,
  nightsOf,
  short,
  shuffled,
  spellsOf,
  ticksLeft,
  within,
} from "./modes-law.ts";
import { blank, canTake, forbid, moves, record, refuse, sendable, soon } from "./modes-open.ts";
import { facts, isYes, measures } from "./modes-score.ts";

type Hand = Turn<Modes>;

/** Places in an evening's order of offers before it begins again. */
const places = 64;
/** Ticks of seeing less of you before they ask, so that a notice sent at once spares it, and between two askings. */
const patient = 3;
const apart = 5;
/** Ticks between two reminders, in the debrief, that they still do not know. */
const nowAndThen = 6;
/** Ticks of wondering that fill the debrief's bar. */
const fullBar = 8;

/** Someone low writes thinly, and someone fine lightly, but neither always. */
function moodOf({ law, sealed, tick, luck, hide }: Hand, slot: number, fine: Tone): Tone {
  if (law.theirs.length === 0) return fine;
  const low = within(sealed.theirs, tick) !== undefined;
  const candid = chance(luck("mood", tick, slot), law.candid);
  const tone = low === candid ? "thin" : fine;
  hide({ kind: "sign", tick, tone, of: low ? "low" : "fine" });
  return tone;
}

/** Your energy for this tick, and the mode you really ran. */
function live({ law, open, sealed, tick, ownLuck, energy, emit, rest, spend }: Hand): Mode {
  const level = within(sealed.spells, tick)?.gain ?? law.good;
  const gain = milli(level * even([0.75, 1.25], ownLuck("own", tick)));
  rest(gain);
  let mode = open.dark > 0 ? "off" : open.mode;
  if (!spend(open.takes[mode])) {
    rest(-(energy + gain));
    emit({ kind: "crashed", tick, until: tick + 1 + law.dark });
    mode = "off";
  }
  emit({ kind: "lived", tick, mode, gain });
  if (mode === "off") emit({ kind: "missed", tick, running: open.missed + 1 });
  return mode;
}

/** What the partner makes of it: full speaks for itself, anything less than they know of is a question. */
function wonder({ law, sealed, tick, luck, hide, say }: Hand, mode: Mode): void {
  if (mode === "full" && sealed.thinks !== "full") {
    sealed.thinks = "full";
    hide({ kind: "thinks", tick, mode });
  }
  const steps = short[mode] - short[sealed.thinks];
  if (steps <= 0) {
    sealed.wondering = 0;
    return;
  }
  sealed.wondering += 1;
  hide({ kind: "wondered", tick, cost: milli(law.unaware * steps) });
  const running = sealed.wondering;
  if (running === 1 || running % nowAndThen === 0)
    hide({ kind: "stands", tick, takes: sealed.thinks, running });
  if (sealed.wondering < patient || tick - sealed.said < apart) return;
  if (!chance(luck("sign", tick), law.wonder)) {
    hide({ kind: "draft", tick });
    return;
  }
  sealed.said = tick;
  say({ what: "word", tone: "puzzled", values: [sealed.wondering] });
}

/** Says once that this mode is about to end by itself. */
function warn({ open, tick, emit }: Hand): void {
  const { gain, energy, takes, mode, warned, dark } = open;
  if (gain === null || dark > 0) return;
  const left = ticksLeft(energy, takes[mode], gain);
  if (left === null) return;
  if (!warned && left < soon) emit({ kind: "running low", tick, left });
  if (warned && left < 1) emit({ kind: "running out", tick });
}

function offer({ law, sealed, tick, emit, open }: Hand): void {
  if (tick === 0 || tick % law.every !== 0 || open.dark > 0) return;
  const place = sealed.order[(tick / law.every) % places] ?? 0;
  const next = law.offers[place];
  if (next === undefined) return;
  const { about, cost, worth } = next;
  if (open.offer !== null) emit({ kind: "passed", tick, about: open.offer.about });
  emit({ kind: "offered", tick, about, cost, worth, until: tick + law.stays });
}

export const modes: Force<Modes> = {
  id: 6,
  fields,
  verbs: ["mode", "take"],
  events: {
    woke: { loud: 2, fields: { energy: "number" } },
    changed: { loud: 0, fields: { to: names, from: names, cost: "number" } },
    lived: { loud: 0, fields: { mode: names, gain: "number" } },
    missed: { loud: 0, fields: { running: "count" } },
    crashed: { loud: 2, fields: { until: "tick" } },
    "running low": { loud: 2, fields: { left: "count" } },
    "running out": { loud: 1, fields: {} },
    "slept badly": { loud: 2, fields: {} },
    offered: {
      loud: 2,
      fields: { about: "word", cost: "number", worth: "number", until: "tick" },
    },
    "last call": { loud: 1, fields: { about: "word" } },
    carried: { loud: 0, fields: { about: "word", cost: "number", worth: "number" } },
    passed: { loud: 0, fields: { about: "word" } },
  },
  deal(law, draw, own) {
    const spells = spellsOf(law.spells, (n) => even(law.bad, n), own);
    return {
      spells,
      nights: nightsOf(law, spells, (n) => own(100 + n)),
      order: Array.from({ length: places }, (_, i) => i).flatMap((i) =>
        i % Math.max(1, law.offers.length) === 0
          ? shuffled(law.offers.length, (n) => own(1000 * (i + 1) + n))
          : [],
      ),
      theirs: spellsOf(law.theirs, () => 0, draw),
      thinks: "full",
      wondering: 0,
      said: -apart,
    };
  },
  act({ law, open, tick, emit, spend }, intent) {
    if (intent.kind === "mode") {
      emit({ kind: "changed", tick, to: intent.to, from: open.mode, cost: law.change });
      return;
    }
    if (open.offer === null || !spend(open.offer.cost)) return;
    const { about, cost, worth } = open.offer;
    emit({ kind: "carried", tick, about, cost, worth });
  },
  format: (intent) => (intent.kind === "take" ? "take" : `mode ${intent.to}`),
  parse(line) {
    if (line === "take") return { kind: "take" };
    const to = line.startsWith("mode ") ? line.slice("mode ".length) : "";
    return isMode(to) ? { kind: "mode", to } : null;
  },
  blank,
  record,
  sendable,
  moves,
  refuse,
  forbid,
  // The mode is content: the same key always says the same, however often it is sent.
  pack({ open }, { kind, key }) {
    if (kind !== "announce") return null;
    const told = open.notices.find((notice) => notice.key === key)?.mode ?? open.mode;
    return { values: [names.indexOf(told)] };
  },
  dawn({ tick, energy, emit }) {
    if (tick === 0 && Number.isFinite(energy)) emit({ kind: "woke", tick, energy });
  },
  read(turn, { kind, values: [said = 0] }, again) {
    const { sealed, tick, hide } = turn;
    if (kind === "announce") {
      sealed.thinks = names[said] ?? "core";
      sealed.wondering = 0;
      hide({ kind: "thinks", tick, mode: sealed.thinks });
      return { tone: moodOf(turn, 0, "gentle") };
    }
    if (kind !== "ask") return null;
    if (again) return { tone: "again" };
    if (within(sealed.theirs, tick) === undefined) return { tone: "plain" };
    hide({ kind: "burdened", tick });
    return { tone: "not tonight" };
  },
  account(turn) {
    const { law, tick, say } = turn;
    wonder(turn, live(turn));
    if (law.words > 0 && tick % law.words === law.words - 1)
      say({ what: "word", tone: moodOf(turn, 1, "light") });
  },
  outside(turn) {
    const { sealed, open, tick, energy, emit } = turn;
    if (open.dark > 0 && tick >= open.dark) emit({ kind: "woke", tick, energy });
    if (sealed.nights.includes(tick)) emit({ kind: "slept badly", tick });
    offer(turn);
    warn(turn);
  },
  hear({ law, rest }, heard) {
    if (isYes(law, heard)) rest(law.lift);
  },
  expire({ open, tick, emit }) {
    if (open.offer === null) return;
    const { about, until } = open.offer;
    // What could not be carried anyhow is no news a second time.
    if (tick === until - 1 && canTake(open)) emit({ kind: "last call", tick, about });
    if (tick >= until) emit({ kind: "passed", tick, about });
  },
  gauges: {
    missed: ({ misses }) => misses,
    crashes: ({ crashes }) => crashes,
    changes: ({ changes }) => changes,
    carried: ({ carried }) => carried,
  },
  measures,
  facts,
  track: { name: "doubt", at: (_law, { wondering }) => wondering / fullBar },
};
