/** Waits: things you asked and hope to hear about, each open until answered, let go, or too late. */
import type { KernelSecret } from "../event.ts";
import type { Fact, Force, Ground, Sendable } from "../force.ts";
import { amount, list, ticks, topic } from "../law.ts";
import { isKey, type Key, type Tick } from "../message.ts";
import { milli } from "../number.ts";

const fields = {
  asks: list("what there is to ask, in order", {
    about: topic("the topic's id"),
    worth: amount("what a prompt answer is worth"),
    opens: ticks("the tick at which it can be asked, where the asks are not daily"),
    lasts: ticks("ticks until it is too late", 1),
  }),
  daily: ticks("1: one ask a day, each after the one before is settled; 0: each at its own tick"),
  pause: ticks("ticks between a settled ask and the next day's", 1),
  linger: ticks("ticks the evening lasts after the last ask is settled"),
  /** Lateness is judged against what was unavoidable, so that a slow partner costs nobody. */
  soft: amount("how gently lateness costs, in ticks", 1),
  lapse: amount("share of its worth that an ask left hanging costs"),
  effort: amount("what each repeat costs"),
} as const;

type State = "open" | "answered" | "lapsed" | "let go";

type Waits = {
  fields: typeof fields;
  open: {
    asks: {
      about: string;
      opened: Tick;
      until: Tick;
      key: Key | null;
      state: State;
      settled: Tick;
    }[];
  };
  sealed: Record<never, never>;
  /** Stop waiting for an answer. */
  intent: { kind: "let go"; key: Key };
  event:
    | { kind: "asked"; tick: Tick; about: string; until: Tick }
    | { kind: "lapsed"; tick: Tick; about: string }
    | { kind: "let go"; tick: Tick; key: Key };
  secret: never;
};

const rested = (
  before: { state: State; settled: Tick } | undefined,
  tick: Tick,
  pause: Tick,
): boolean => before === undefined || (before.state !== "open" && tick >= before.settled + pause);

export const waits: Force<Waits> = {
  id: 1,
  fields,
  verbs: ["let go"],
  events: {
    asked: { loud: 2, fields: { about: "word", until: "tick" } },
    lapsed: { loud: 2, fields: { about: "word" } },
    "let go": { loud: 0, fields: { key: "key" } },
  },
  blank: () => ({ asks: [] }),
  deal: () => ({}),
  record({ asks }, event) {
    if (event.kind === "asked") {
      const { about, tick, until } = event;
      asks.push({ about, opened: tick, until, key: null, state: "open", settled: 0 });
      return;
    }
    const ask = asks.find((a) => {
      if (a.state !== "open") return false;
      // What they write of themselves has no key, and answers nothing.
      if (event.kind === "heard" || event.kind === "let go")
        return event.key !== null && a.key === event.key;
      return (event.kind === "sent" || event.kind === "lapsed") && a.about === event.about;
    });
    if (ask === undefined) return;
    if (event.kind === "sent") ask.key = event.key;
    if (event.kind === "heard") ask.state = "answered";
    if (event.kind === "lapsed" || event.kind === "let go") ask.state = event.kind;
    if (ask.state !== "open") ask.settled = event.tick;
  },
  sendable({ asks }) {
    const all: Sendable[] = [];
    for (const { state, key, about } of asks)
      if (state === "open" && key === null) all.push({ what: "ask", about, ack: true });
    return all;
  },
  closed: ({ asks }) =>
    asks.flatMap(({ state, key }) =>
      (state === "lapsed" || state === "let go") && key !== null ? [key] : [],
    ),
  moves: (_open, waiting) => waiting.map((key) => ({ kind: "let go", key })),
  refuse: (_open, waiting, { key }) => (waiting.includes(key) ? null : "key"),
  act: ({ tick, emit }, { key }) => emit({ kind: "let go", tick, key }),
  format: ({ key }) => `let go ${key}`,
  parse(line) {
    const key = line.startsWith("let go ") ? line.slice("let go ".length) : "";
    return isKey(key) ? { kind: "let go", key } : null;
  },
  outside({ law, open, tick, emit, dawn }) {
    for (let next = law.asks[open.asks.length]; next; next = law.asks[open.asks.length]) {
      const before = open.asks.at(-1);
      if (law.daily === 0 ? tick < next.opens : !rested(before, tick, law.pause)) return;
      if (law.daily > 0 && before !== undefined) dawn();
      emit({ kind: "asked", tick, about: next.about, until: tick + next.lasts });
    }
  },
  expire({ open, tick, emit }) {
    for (const ask of open.asks)
      if (ask.state === "open" && tick >= ask.until)
        emit({ kind: "lapsed", tick, about: ask.about });
  },
  settled: ({ law, open, tick }) =>
    open.asks.length === law.asks.length &&
    open.asks.every((ask) => ask.state !== "open" && tick >= ask.settled + law.linger),
  gauges: {
    answered: ({ asks }) => asks.filter((ask) => ask.state === "answered").length,
    lapsed: ({ asks }) => asks.filter((ask) => ask.state === "lapsed").length,
  },
  measures: {
    /** 100 when every ask was answered as soon as it could be: worth (floor+soft)/(wait+soft), summed. */
    value(law, { events, secrets }, ground) {
      let value = 0;
      let whole = 0;
      const repeats = events.filter((e) => e.kind === "sent" && e.attempt > 1).length;
      const asks = story(events);
      for (const ask of asks) {
        const worth = law.asks.find((a) => a.about === ask.about)?.worth ?? 0;
        whole += worth;
        if (ask.answered === null) {
          if (!ask.letGo) value -= worth * law.lapse;
          continue;
        }
        const floor = unavoidable(ask.opened, dawnOf(events, ask.opened), secrets, ground);
        const wait = Math.max(floor, ask.answered - ask.opened);
        value += (worth * (floor + law.soft)) / (wait + law.soft);
      }
      whole += law.asks.slice(asks.length).reduce((sum, ask) => sum + ask.worth, 0);
      return milli((100 * (value - law.effort * repeats)) / whole);
    },
  },
  facts: (_law, { events }, { there, back }): readonly Fact[] => {
    const asks = story(events);
    const answered = asks.filter((ask) => ask.answered !== null).length;
    const early = asks.flatMap((ask) =>
      ask.sent.filter((t, i) => i > 0 && t - (ask.sent[i - 1] ?? 0) < there + back),
    );
    const gaps = asks.flatMap((ask) => ask.sent.slice(1).map((t, i) => t - (ask.sent[i] ?? t)));
    const sent = asks.flatMap((ask) => ask.sent).sort((a, b) => a - b);
    const longest = Math.max(0, ...gaps);
    return [
      { line: "timing", code: "waits.sent", ticks: sent, numbers: { sent: sent.length, longest } },
      {
        line: "acknowledgement",
        code: "waits.answered",
        ticks: early,
        numbers: { answered, asks: asks.length, repeats: gaps.length, early: early.length },
      },
    ];
  },
};

type Hidden = { readonly kind: string; readonly tick: Tick };
type Hold = Extract<KernelSecret, { kind: "unreachable" }>;

const isHold = (secret: Hidden): secret is Hold => secret.kind === "unreachable";

/** The tick at which the day of a tick began. */
const dawnOf = (events: readonly Hidden[], tick: Tick): Tick =>
  events.findLast((e) => e.kind === "dawn" && e.tick <= tick)?.tick ?? 0;

/** Ticks from an ask's opening to the earliest answer there could have been; a new day ends being down. */
function unavoidable(
  opened: Tick,
  dawn: Tick,
  secrets: readonly Hidden[],
  { there, back }: Ground,
): Tick {
  const holds = secrets.filter(isHold).filter((s) => s.why === "away" || s.tick >= dawn);
  let read = opened + there;
  for (let held: Hold | undefined; ; read = held.until) {
    held = holds.find((s) => s.tick <= read && read < s.until);
    if (held === undefined) return read + back - opened;
  }
}

type Told = {
  about: string;
  opened: Tick;
  answered: Tick | null;
  letGo: boolean;
  lapsed: boolean;
  sent: Tick[];
};

/** What became of each ask, told from public events alone. */
function story(
  events: readonly { kind: string; tick: Tick; about?: string; key?: Key | null }[],
): Told[] {
  const asks: Told[] = [];
  const keys = new Map<Key, Told>();
  for (const event of events) {
    const { kind, tick, about = "", key } = event;
    const ask = key ? keys.get(key) : undefined;
    if (kind === "asked")
      asks.push({ about, opened: tick, answered: null, letGo: false, lapsed: false, sent: [] });
    if (kind === "sent" && key) {
      const of = ask ?? asks.findLast((a) => a.about === about);
      if (of === undefined) continue;
      of.sent.push(tick);
      keys.set(key, of);
    }
    if (kind === "lapsed")
      for (const late of asks) if (late.about === about) late.lapsed ||= late.answered === null;
    if (ask === undefined) continue;
    // What was given up, or came too late, is a gift and not an answer.
    if (kind === "heard" && !ask.letGo && !ask.lapsed) ask.answered ??= tick;
    if (kind === "let go") ask.letGo = ask.answered === null;
  }
  return asks;
}
