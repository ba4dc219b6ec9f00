/** The locks between what is hidden and what is seen. Each is a law: it holds for any laws and any seed. */
import { expect } from "vitest";
import {
  blank,
  deal,
  type Event,
  type Intent,
  type Laws,
  legal,
  recorder,
  refusal,
  refusals,
  type Seed,
  type Stepped,
  step,
  type World,
} from "../../src/engine/index.ts";
import {
  canonical,
  choose,
  handOf,
  last,
  leave,
  letGo,
  news,
  ofKind,
  play,
  repeat,
  send,
  wait,
} from "../engine/fixtures.ts";

export type Lock = (laws: Laws, seed: Seed) => void;

/** All that a player can see after a step, and all that could be done about it. */
const seen = (laws: Laws, { world, events }: Stepped): string =>
  canonical([events, world.open, legal(laws, world.open)]);

/** What is known is the public events, folded, and nothing else. */
export const fold: Lock = (laws, seed) => {
  const open = blank(laws);
  const record = recorder(laws);
  for (const { world, events } of play(laws, seed, handOf(seed)).steps) {
    for (const event of events) record(open, event);
    expect(canonical(world.open)).toBe(canonical(open));
  }
};

/** The same intents under two fates, tick by tick: every byte is equal until `horizon`. */
function alike(laws: Laws, a: Stepped, b: Stepped, cards: readonly number[], horizon: number) {
  if (horizon === Number.POSITIVE_INFINITY) return;
  let [mine, yours] = [a, b];
  for (const card of cards) {
    if (Math.max(mine.world.open.tick, yours.world.open.tick) >= horizon) return;
    expect(seen(laws, yours)).toBe(seen(laws, mine));
    const intent = choose(laws, mine.world.open, card, 1);
    if (intent === null) return;
    mine = step(laws, mine.world, intent);
    yours = step(laws, yours.world, intent);
  }
}

/** The same laws where this direction loses everything, or nothing. */
const fated = (laws: Laws, way: "out" | "in", lost: boolean): Laws => ({
  ...laws,
  [way]: { ...laws[way], loss: lost ? 1000 : 0 },
});

const dues = (way: "out" | "in", ...steps: readonly Stepped[]): readonly number[] =>
  steps
    .flatMap(({ secrets }) => secrets)
    .flatMap((s) => (s.kind === "put" && s.way === way && s.due !== null ? [s.due] : []));

const soonest = (laws: Laws, way: "out" | "in"): number => Math.max(1, laws[way].delay[0]);

/** Had anything been lost that was not, or not lost that was, no answer could have told sooner. */
export const flippedFates: Lock = (laws, seed) => {
  const cards = handOf(seed);
  let now = deal(laws, seed);
  for (const [i, card] of cards.entries()) {
    const intent = choose(laws, now.world.open, card, 1);
    if (intent === null) return;
    const next = step(laws, now.world, intent);
    for (const way of ["out", "in"] as const) {
      const lost = step(fated(laws, way, true), now.world, intent);
      const there = step(fated(laws, way, false), now.world, intent);
      const back = way === "out" ? soonest(laws, "in") : 0;
      const horizon = Math.min(...dues(way, there)) + back;
      alike(laws, lost, there, cards.slice(i + 1), horizon);
    }
    now = next;
  }
};

const copy = (world: World): World => JSON.parse(JSON.stringify(world));

/** Whatever is on its way may vanish, or be joined by more: nobody knows before it could arrive. */
export const changedWires: Lock = (laws, seed) => {
  const cards = handOf(seed);
  for (const [i, before] of play(laws, seed, cards, 1).steps.entries()) {
    const { world } = before;
    const { tick } = world.open;
    const rest = cards.slice(i);
    const back = soonest(laws, "in");

    const silent = copy(world);
    silent.sealed.out = [];
    silent.sealed.in = [];
    const read = world.sealed.out.map(({ due }) => due + back);
    const arrived = world.sealed.in.map(({ due }) => due);
    alike(laws, before, { ...before, world: silent }, rest, Math.min(...read, ...arrived));

    const ghost = copy(world);
    const due = tick + soonest(laws, "out");
    for (const { key, what: kind, about, attempts: attempt, ack, brief } of world.open.sent) {
      const put = { tick, slot: 0 };
      const said = { weight: 1, values: [], garbled: false, ack, brief };
      ghost.sealed.out.push({ cargo: { key, kind, about, attempt, put, ...said }, due });
    }
    alike(laws, before, { ...before, world: ghost }, rest, due + back);
  }
};

const others = (seed: Seed, count: number): readonly Seed[] =>
  Array.from({ length: count }, (_, i): Seed => `b1:${seed.slice(3)}-${i}`);

/** Which wording was drawn says nothing, and differs where all that matters is equal. */
const unworded = (events: readonly Event[]): readonly unknown[] =>
  events.map((event) => (event.kind === "heard" ? { ...event, variant: 0 } : event));

/**
 * Where both of you are in one room, no line is needed: what shows there counts as heard. An occasion, a plan's
 * moment, and looking in are such rooms.
 */
const together: readonly Event["kind"][] = ["met", "came", "found", "needless"];
const shown = (events: readonly Event[]): readonly Event[] =>
  events.filter(({ kind }) => together.includes(kind));

/** Whatever did not arrive left no trace: same moves and same arrivals, same everything. */
export const sameSigns: Lock = (laws, seed) => {
  const looks = new Map<string, string>();
  for (const weather of [seed, ...others(seed, 15)]) {
    const arrived: unknown[] = [];
    const { steps, intents } = play(laws, weather, handOf(seed), 3, seed);
    for (const [i, { world, events }] of steps.entries()) {
      const { open } = world;
      for (const { variant: _, n: __, ...said } of ofKind(events, "heard")) arrived.push(said);
      arrived.push(...shown(events));
      const signs = canonical([intents.slice(0, i), arrived]);
      const look = canonical([unworded(events), open, legal(laws, open)]);
      expect(look).toBe(looks.get(signs) ?? look);
      looks.set(signs, look);
    }
  }
};

/** Over a line that carries nothing, every partner and every weather look the same to the end. */
export const deadLine: Lock = (laws, seed) => {
  for (const way of ["out", "in"] as const) {
    const dead = fated(laws, way, true);
    const looks = new Map<string, string>();
    for (const weather of [seed, ...others(seed, 4)]) {
      const learnt: unknown[] = [];
      for (const [i, { world, events }] of play(
        dead,
        weather,
        handOf(seed),
        12,
        seed,
      ).steps.entries()) {
        // Only the way that is left can bring a word, and that word was not asked for.
        const words = ofKind(events, "heard");
        expect(words.every(({ key }) => way === "out" && key === null)).toBe(true);
        learnt.push(...shown(events), ...unworded(words));
        const known = canonical([i, learnt]);
        const look = canonical([unworded(events), world.open, legal(dead, world.open)]);
        expect(look).toBe(looks.get(known) ?? look);
        looks.set(known, look);
      }
    }
  }
};

const SENTINEL = 7_310_587;
const ODD = 0.7310587;

/** What a force tells in its answers on purpose, by force: these parts are not planted. */
const told: { readonly [force: string]: readonly string[] } = {
  // A version is what an answer is for; their marks are, too.
  replicas: ["theirs", "planned"],
  // "Did I do something?" says for how many ticks they had been wondering.
  modes: ["wondering"],
};

/** Plants the odd number everywhere below, however deep a force keeps it. */
function plant(state: object): void {
  for (const [name, value] of Object.entries(state)) {
    if (typeof value === "number") Object.assign(state, { [name]: ODD });
    else if (typeof value === "object" && value !== null) plant(value);
  }
}

/** A world whose every hidden number is one that nothing else in the game could be. */
function planted(world: World): World {
  const sealed = copy(world).sealed;
  const put = { tick: SENTINEL, slot: SENTINEL };
  for (const [name, force] of Object.entries(sealed.forces)) {
    const secret = Object.entries(force).filter(([part]) => !told[name]?.includes(part));
    const planting = Object.fromEntries(secret);
    plant(planting);
    Object.assign(force, planting);
  }
  return {
    open: world.open,
    sealed: {
      ...sealed,
      root: [SENTINEL, SENTINEL],
      ownRoot: [SENTINEL, SENTINEL],
      // What a message is about, its answer may name.
      out: sealed.out.map(({ cargo, due }) => ({
        cargo: { ...cargo, attempt: SENTINEL, put },
        due,
      })),
      in: sealed.in.map(({ cargo, due }) => ({ cargo: { ...cargo, put }, due })),
      inbox: sealed.inbox.map((message) => ({ ...message, put })),
      seen: [...sealed.seen, { key: `a${SENTINEL}`, tick: SENTINEL }],
      budget: ODD,
      slots: { out: SENTINEL, in: SENTINEL },
    },
  };
}

/** Every number of the hidden half that could be told from a tick, a count or a round amount: large, or long. */
const telling = (data: unknown): readonly string[] => {
  if (typeof data === "number")
    return (Number.isInteger(data) && data < 1_000_000) || String(data).length < 6
      ? []
      : [String(data)];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(telling) : [];
};

/** What is planted in the hidden half is never found in what is said, offered or refused. */
export const sentinels: Lock = (laws, seed) => {
  const cards = handOf(seed);
  for (const [i, before] of play(laws, seed, cards).steps.entries()) {
    let now: Stepped = { ...before, world: planted(before.world) };
    let plain = before;
    for (const card of cards.slice(i, i + 4)) {
      const intent = choose(laws, now.world.open, card);
      if (intent === null) break;
      const hidden = [String(SENTINEL), String(ODD), ...telling(now.world.sealed)];
      now = step(laws, now.world, intent);
      plain = step(laws, plain.world, intent);
      const refused = step(laws, now.world, wait(0));
      const shown = seen(laws, now) + seen(laws, refused) + canonical(refusals);
      // What shows without anything planted is your own reckoning, and may come out the same.
      const known = seen(laws, plain);
      const secrets = [...hidden, ...telling(now.world.sealed)];
      expect(secrets.filter((one) => shown.includes(one) && !known.includes(one))).toEqual([]);
    }
  }
};

/** Intents that some world allows and another refuses. */
const anything: readonly Intent[] = [
  ...[0, 1, 65].map(wait),
  ...(["a1", "a2", "a3", "a9"] as const).flatMap((key) => [repeat(key), letGo(key)]),
  send("no such thing"),
  news,
  leave,
];

/** What may be done is a function of what is known: under another weather's hidden half, it is the same. */
export const openMoves: Lock = (laws, seed) => {
  const elsewhere = play(laws, `b1:${seed.slice(3)}-else`, handOf(seed)).steps;
  for (const [i, { world }] of play(laws, seed, handOf(seed)).steps.entries()) {
    const { open } = copy(world);
    const { sealed } = (elsewhere[i] ?? last(elsewhere)).world;
    const asks = open.forces.waits?.asks.map(({ about }) => send(about)) ?? [];
    expect(legal(laws, open)).toEqual(legal(laws, world.open));
    for (const intent of [...anything, ...asks]) {
      const why = refusal(laws, world.open, intent);
      const said = step(laws, { open, sealed }, intent).events[0];
      expect(said?.kind === "refused" ? said.why : null).toBe(why);
    }
  }
};

export const locks: readonly (readonly [string, Lock])[] = [
  ["what is known is what was seen to happen", fold],
  ["a flipped fate shows no sooner than an answer could", flippedFates],
  ["what is on the wire shows no sooner than it arrives", changedWires],
  ["the same moves and the same arrivals look the same", sameSigns],
  ["over a dead line, every partner looks the same", deadLine],
  ["nothing planted in the hidden half is ever found", sentinels],
  ["what may be done depends on what is known alone", openMoves],
];
