/** Small laws to play under, and hands to play with: any list of numbers is a legal game. */
import fc from "fast-check";
import {
  type ChannelLaw,
  deal,
  type Event,
  type Happened,
  type Intent,
  type Key,
  type Laws,
  legal,
  luck,
  type Open,
  pick,
  root,
  type Seed,
  type Stepped,
  seedFrom,
  step,
} from "../../src/engine/index.ts";

export { canonical } from "../../src/session/canonical.ts";

type Waits = NonNullable<Laws["forces"]["waits"]>;
type Overload = NonNullable<Laws["forces"]["overload"]>;

const perfect: ChannelLaw = { loss: 0, delay: [1, 1] };

export const ask = (about: string, some: Partial<Waits["asks"][number]> = {}) => ({
  about,
  worth: 10,
  opens: 0,
  lasts: 50,
  ...some,
});

export const waits = (some: Partial<Waits> = {}): Waits => ({
  asks: [ask("tea")],
  daily: 0,
  pause: 1,
  linger: 0,
  soft: 5,
  lapse: 0.5,
  effort: 0.15,
  ...some,
});

/** Overload on a day that always begins badly, the same for every seed. */
export const overload = (some: Partial<Overload> = {}): Overload => ({
  gain: [0.5, 0.5],
  fade: [10, 10],
  shutAt: 1,
  openAt: 0.4,
  deaf: 0,
  hardDay: 1000,
  hardStrain: [2, 2],
  crowd: [],
  ...some,
});

/** One ask over a perfect channel to a partner who is there: heard at 2 when sent at 0. */
export const laws = (some: Partial<Laws> = {}): Laws => ({
  length: 60,
  usual: 2,
  verbs: ["wait", "wait for news", "send", "repeat", "let go"],
  kinds: ["ask"],
  out: perfect,
  in: perfect,
  partner: { pace: 1, inbox: 9, away: [] },
  forces: { waits: waits() },
  ...some,
});

const three = ["tea", "pot", "key"];
const days = ["mon", "tue", "wed", "thu", "fri"];

/** Kinds of evening that differ in what they hide; every law must hold in each of them. */
export const evenings = {
  "one question": laws(),
  "away for a moment": laws({
    length: 12,
    partner: { pace: 1, inbox: 9, away: [{ from: 1, to: 3 }] },
    forces: { waits: waits({ asks: [ask("tea", { lasts: 11 })], linger: 1 }) },
  }),
  "three questions, one overwhelmed partner": laws({
    length: 168,
    out: { loss: 300, delay: [1, 1] },
    in: { loss: 100, delay: [1, 1] },
    partner: { pace: 2, inbox: 99, away: [] },
    forces: {
      overload: overload({ gain: [0.3, 1.2], fade: [3, 40], hardStrain: [1.2, 4.5] }),
      waits: waits({ asks: three.map((about, i) => ask(about, { opens: i, lasts: 165 })) }),
    },
  }),
  "a question a day, in a crowd": laws({
    length: 120,
    out: { loss: 500, delay: [1, 2] },
    in: { loss: 200, delay: [1, 1] },
    forces: {
      overload: overload({
        hardDay: 400,
        crowd: [
          { first: 5, every: 4, doubling: 0 },
          { first: 3, every: 4, doubling: 1 },
        ],
      }),
      waits: waits({ asks: days.map((about) => ask(about, { lasts: 20 })), daily: 1, pause: 4 }),
    },
  }),
  "a long and winding line": laws({
    length: 80,
    usual: 6,
    out: { loss: 250, delay: [1, 5] },
    in: { loss: 250, delay: [2, 6] },
    partner: { pace: 0.5, inbox: 2, away: [{ from: 7, to: 15 }] },
    forces: { waits: waits({ asks: three.map((about) => ask(about, { lasts: 40 })) }) },
  }),
} satisfies Readonly<Record<string, Laws>>;

export type Evening = keyof typeof evenings;
export const everyEvening = Object.entries(evenings);
export const isEvening = (name: string): name is Evening => Object.hasOwn(evenings, name);

export const moss: Seed = "b1:moss-4f2a";
export const seeds: fc.Arbitrary<Seed> = fc.nat({ max: 4_000_000 }).map(seedFrom);
export const hands: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: 0xffff_ffff }), {
  minLength: 1,
  maxLength: 40,
});

/** The hand that a seed deals to whoever plays at random. */
export const handOf = (seed: Seed, cards = 60): readonly number[] =>
  Array.from({ length: cards }, (_, i) => luck(root(seed), "bot", i));

/** One legal intent for a number; leaving is rare, and nothing is left to do once it is over. */
export function choose(laws: Laws, open: Open, card: number, longest = 12): Intent | null {
  const moves = legal(laws, open).filter(({ kind }) => kind !== "leave" || card % 61 === 0);
  const move = moves[pick(card, moves.length)];
  if (move?.kind === "wait") return { kind: "wait", ticks: 1 + (card % longest) };
  return move?.kind === "send" ? sendOf(move, card) : (move ?? null);
}

type Sending = Extract<ReturnType<typeof legal>[number], { readonly kind: "send" }>;

/** A send with some of the options it may have. */
export function sendOf({ what, about, options = [], brief }: Sending, card: number): Intent {
  const has = (option: (typeof options)[number], bit: number): boolean =>
    options.includes(option) && (card & bit) > 0;
  return {
    kind: "send",
    what,
    about,
    ...(has("limit", 1) && { limit: 1 + (card % 24) }),
    ...(options.includes("ack") && { ack: (card & 2) > 0 }),
    ...((brief || has("brief", 4)) && { brief: true }),
  };
}

/** A game as it was played: the first step is the deal, and each further one answers an intent. */
export type Game = { readonly intents: readonly Intent[]; readonly steps: readonly Stepped[] };

/** `own` is the seed of what the player sees at once, where a test tells the two apart. */
export function play(
  laws: Laws,
  seed: Seed,
  hand: readonly number[],
  longest = 12,
  own: Seed = seed,
): Game {
  const intents: Intent[] = [];
  const steps = [deal(laws, seed, own)];
  for (const card of hand) {
    const { world } = last(steps);
    const intent = choose(laws, world.open, card, longest);
    if (intent === null) break;
    intents.push(intent);
    steps.push(step(laws, world, intent));
  }
  return { intents, steps };
}

/** Plays given intents, legal or not, and keeps the whole log. */
export function playAll(laws: Laws, seed: Seed, intents: readonly Intent[]): Stepped {
  const steps = [deal(laws, seed)];
  for (const intent of intents) steps.push(step(laws, last(steps).world, intent));
  return { ...last(steps), ...together(steps) };
}

export const together = (steps: readonly Stepped[]): Happened => ({
  events: steps.flatMap(({ events }) => events),
  secrets: steps.flatMap(({ secrets }) => secrets),
});

export function last<T>(all: readonly T[]): T {
  const one = all.at(-1);
  if (one === undefined) throw new Error("nothing there");
  return one;
}

/** "heard 2": the kinds and ticks of what happened, without the ticking of the clock. */
export const told = (events: readonly { kind: string; tick: number }[]): readonly string[] =>
  events.filter(({ kind }) => kind !== "tick").map(({ kind, tick }) => `${kind} ${tick}`);

export const ofKind = <E extends { kind: string }, K extends E["kind"]>(
  events: readonly E[],
  kind: K,
): readonly (E & { kind: K })[] =>
  events.filter((event): event is E & { kind: K } => event.kind === kind);

export const heard = (events: readonly Event[]): readonly string[] =>
  ofKind(events, "heard").map(({ tick, key, tone }) => `${key} ${tone} ${tick}`);

/** Events as a journal would tell them. */
export const sentAt = (tick: number, key: Key, attempt = 1): Event => ({
  kind: "sent",
  tick,
  key,
  what: "ask",
  about: "tea",
  attempt,
  ack: true,
  brief: false,
  limit: null,
});
export const heardAt = (tick: number, key: Key, n: number): Extract<Event, { kind: "heard" }> => ({
  kind: "heard",
  tick,
  n,
  key,
  what: "answer",
  about: "tea",
  tone: "plain",
  values: [],
  variant: 0,
});

export const send = (about = "tea"): Intent => ({ kind: "send", what: "ask", about });
export const repeat = (key: Key = "a1"): Intent => ({ kind: "repeat", key });
export const letGo = (key: Key = "a1"): Intent => ({ kind: "let go", key });
export const wait = (ticks: number): Intent => ({ kind: "wait", ticks });
export const news: Intent = { kind: "wait for news" };
export const leave: Intent = { kind: "leave" };
