/** Replicas: what the two of you hold to be agreed, card by card, on two sides that change without telling. */
import type { Answer, Force, Sendable, Turn } from "../force.ts";
import { even } from "../law.ts";
import { chance, pick } from "../luck.ts";
import { isKey, type Message } from "../message.ts";
import { merge, never, same, type Version, versionAt, write } from "./register.ts";
import { cardOf, fields, type Planned, type Replicas, them, you } from "./replicas-law.ts";
import { record } from "./replicas-record.ts";
import { agreement, factsOf } from "./replicas-score.ts";

type Of = Turn<Replicas>;

/** All of a list in an order drawn by own luck. */
function shuffled<T>(all: readonly T[], own: (n: number) => number): readonly T[] {
  const left = [...all];
  return all.flatMap((_, i) => left.splice(pick(own(i), left.length), 1));
}

/** Your own days are yours to see; which light card a dinner is about is theirs. */
function planOf(
  law: Of["law"],
  draw: (n: number) => number,
  own: (n: number) => number,
): readonly Planned[] {
  const pool = shuffled(law.occasions, (n) => own(100 + n));
  const named = law.times.flatMap(({ at }, i) => {
    const { topic, about } = pool[i % pool.length] ?? {};
    if (topic === undefined || about === undefined) return [];
    return [{ topic, about, at: Math.round(even(at, own(200 + i))), dinner: null }];
  });
  const light = shuffled(
    law.cards.filter(({ heavy }) => heavy === 0),
    (n) => draw(100 + n),
  );
  const dinners = law.dinners.map(({ topic, at }, dinner) => ({
    topic,
    about: light[dinner % Math.max(1, light.length)]?.about ?? null,
    at: Math.round(even(at, own(300 + dinner))),
    dinner,
  }));
  return [...named, ...dinners];
}

/** Which dinners are about which cards, in pairs: what every answer of theirs ends with. */
const marks = ({ open, sealed }: Of): readonly number[] =>
  open.occasions.flatMap(({ dinner, state }) => {
    if (dinner === null || state !== "ahead") return [];
    const { about } = sealed.planned.find((one) => one.dinner === dinner) ?? {};
    const card = open.cards.findIndex((one) => one.about === about);
    return card < 0 ? [] : [dinner, card];
  });

/** They learn a version of yours. */
function adopt({ sealed }: Of, at: number, version: Version): Version {
  const now = merge(sealed.theirs[at] ?? never, version);
  sealed.theirs[at] = now;
  return now;
}

/** They read that you want a card settled: from now on both sides keep to it, whether or not you hear so. */
function settle(turn: Of, { about, values }: Message): Answer {
  const { open, sealed, law, tick, hide } = turn;
  const at = open.cards.findIndex((card) => card.about === about);
  const { count, node } = adopt(turn, at, versionAt(values, 0));
  const until = tick + law.lease;
  sealed.held[at] = until;
  hide({ kind: "bound", tick, about, until });
  return { tone: "settled", values: [count, node, until, ...marks(turn)] };
}

function talk(turn: Of, { values }: Message): Answer {
  let place = 0;
  const versions = turn.open.cards.flatMap(({ heavy }, at) => {
    if (heavy) return [];
    const { count, node } = adopt(turn, at, versionAt(values, 2 * place++));
    return [count, node];
  });
  return { tone: "caught up", values: [...versions, ...marks(turn)] };
}

/** An occasion, or an ordinary evening, finds out whether you two hold the same; where not, you do from then on. */
function meet(turn: Of, topic: string, about: string | null, weight: "light" | "heavy"): void {
  const { open, sealed, tick, emit } = turn;
  const at = open.cards.findIndex((card) => card.about === about);
  const mine = open.cards[at]?.mine;
  const theirs = sealed.theirs[at];
  if (about === null || mine === undefined || theirs === undefined) return;
  const differ = !same(mine, theirs);
  const { count, node } = adopt(turn, at, mine);
  emit({ kind: "met", tick, topic, about, weight, differ, count, node }, differ ? 2 : 0);
}

function scenes(turn: Of): void {
  const { open, sealed, law, tick, ownLuck } = turn;
  for (const { topic, at, state } of open.occasions)
    if (at === tick && state === "ahead")
      meet(turn, topic, sealed.planned.find((one) => one.topic === topic)?.about ?? null, "heavy");
  if (!chance(ownLuck("own", tick, 1), law.reads)) return;
  const light = open.cards.filter(({ heavy }) => !heavy);
  const card = light[pick(ownLuck("own", tick, 2), light.length)];
  if (card !== undefined) meet(turn, card.about, card.about, "light");
}

/** You two change your minds: you see yours at once, theirs only when they tell you, or it shows. */
function change(turn: Of, heavy: boolean): void {
  const { open, sealed, law, tick, ownLuck, luck, emit, hide } = turn;
  const draw = heavy ? 20 : 10;
  const count = open.cards.reduce((all, card) => (card.heavy === heavy ? all + 1 : all), 0);
  const one = (of: number): number => {
    let left = pick(of, count);
    return open.cards.findIndex((card) => card.heavy === heavy && left-- === 0);
  };
  if (chance(ownLuck("own", tick, draw), heavy ? law.mineHeavy : law.mineLight)) {
    const mine = open.cards[one(ownLuck("own", tick, draw + 1))];
    if (mine && tick > Math.max(mine.kept, mine.until)) {
      const now = write(mine.mine, you);
      emit({ kind: "leaned", tick, about: mine.about, count: now.count }, heavy ? 1 : 0);
    }
  }
  const oftenThem = heavy ? sealed.rates.heavy : sealed.rates.light;
  if (!chance(luck("outside", tick, draw), oftenThem)) return;
  const at = one(luck("outside", tick, draw + 1));
  const card = open.cards[at];
  if (card === undefined || tick <= (sealed.held[at] ?? 0)) return;
  const now = write(sealed.theirs[at] ?? never, them);
  sealed.theirs[at] = now;
  hide({ kind: "turned", tick, about: card.about, count: now.count });
}

function announce({ law, open, sealed, tick, emit, hide, say }: Of): void {
  for (const { topic, about, at, dinner } of sealed.planned) {
    if (tick !== at - law.ahead) continue;
    const named = dinner === null ? (about ?? "") : "";
    emit({ kind: "occasion", tick, topic, about: named, at, dinner: dinner ?? -1, lasts: 0 });
    if (dinner === null || about === null) continue;
    hide({ kind: "marked", tick, about, topic });
    const card = open.cards.findIndex((one) => one.about === about);
    say({ what: "word", about, tone: "plain", values: [dinner, card] });
  }
  for (const { topic, from, to } of sealed.cuts) {
    const lasts = to - from;
    if (tick === Math.max(0, from - law.ahead))
      emit({ kind: "occasion", tick, topic, about: "", at: from, dinner: -1, lasts });
  }
}

const isAhead = ({ occasions }: Readonly<Replicas["open"]>, about: string): boolean =>
  occasions.some(({ topic, state }) => topic === about && state === "ahead");

export const replicas: Force<Replicas> = {
  id: 4,
  fields,
  verbs: ["defer"],
  moves: ({ occasions }) =>
    occasions.flatMap(({ topic, state }) =>
      state === "ahead" ? [{ kind: "defer", about: topic }] : [],
    ),
  refuse: (open, _waiting, { about }) => (isAhead(open, about) ? null : "topic"),
  act: ({ tick, emit }, { about }) => emit({ kind: "defer", tick, topic: about }),
  format: ({ about }) => `defer ${about}`,
  parse(line) {
    const about = line.startsWith("defer ") ? line.slice("defer ".length) : "";
    return about === "" || isKey(about) ? null : { kind: "defer", about };
  },
  events: {
    leaned: { loud: 0, fields: { about: "word", count: "count" } },
    occasion: {
      loud: 2,
      fields: { topic: "word", about: "word?", at: "tick", dinner: "number", lasts: "count" },
    },
    met: {
      loud: 2,
      fields: {
        topic: "word",
        about: "word",
        weight: ["light", "heavy"],
        differ: "flag",
        count: "count",
        node: "count",
      },
    },
    defer: { loud: 0, fields: { topic: "word" } },
  },
  blank: ({ cards, talk }) => ({
    cards: cards.map(({ about, heavy }) => ({
      about,
      heavy: heavy > 0,
      mine: never,
      since: 0,
      theirs: never,
      heard: 0,
      key: null,
      kept: -1,
      until: -1,
    })),
    occasions: [],
    cuts: [],
    talk,
  }),
  deal: (law, draw, own) => ({
    rates: { light: even(law.theirsLight, draw(0)), heavy: even(law.theirsHeavy, draw(1)) },
    planned: planOf(law, draw, own),
    cuts: law.cuts.map(({ topic, from, lasts }, i) => {
      const start = Math.round(even(from, own(400 + i)));
      return { topic, from: start, to: start + lasts };
    }),
    theirs: law.cards.map((_, i) =>
      chance(draw(200 + i), law.apart) ? write(never, them) : never,
    ),
    held: law.cards.map(() => -1),
    different: 0,
    apart: law.cards.map(() => 0),
  }),
  record,
  sendable({ cards, talk }) {
    const all: Sendable[] = [];
    for (const { about, key } of cards)
      if (key === null) all.push({ what: "fact", about, ack: true });
    all.push({ what: "chat", about: talk, ack: false });
    return all;
  },
  pack({ open }, { kind, about }) {
    const said = (mine: Version): readonly number[] => [mine.count, mine.node];
    if (kind === "chat")
      return { values: open.cards.flatMap(({ heavy, mine }) => (heavy ? [] : said(mine))) };
    const card = kind === "fact" ? cardOf(open, about) : undefined;
    return card === undefined ? null : { values: said(card.mine) };
  },
  read(turn, message) {
    if (message.kind === "chat") return talk(turn, message);
    return message.kind === "fact" ? settle(turn, message) : null;
  },
  account({ open, sealed }) {
    sealed.different = 0;
    for (const [i, { mine }] of open.cards.entries()) {
      if (same(mine, sealed.theirs[i] ?? never)) continue;
      sealed.different++;
      sealed.apart[i] = (sealed.apart[i] ?? 0) + 1;
    }
  },
  outside(turn) {
    announce(turn);
    scenes(turn);
    change(turn, false);
    change(turn, true);
  },
  loss: ({ open, tick }) =>
    open.cuts.some(({ from, to }) => from <= tick && tick < to) ? 1000 : null,
  close({ open, sealed, tick, hide }) {
    for (const [i, { about }] of open.cards.entries())
      hide({ kind: "apart", tick, about, ticks: sealed.apart[i] ?? 0 });
  },
  gauges: {
    agreed: ({ occasions }) => occasions.filter(({ state }) => state === "well").length,
    missed: ({ occasions }) => occasions.filter(({ state }) => state === "badly").length,
  },
  measures: { agreement },
  facts: factsOf,
  track: {
    name: "apart",
    at: (law, { different }) => different / Math.max(1, law.cards.length),
    holds: (law, { theirs }) =>
      law.cards.map(({ about }, i) => {
        const { count, node } = theirs[i] ?? never;
        return { about, state: "version", numbers: [count, node] };
      }),
  },
};
