/** Consistency: which cards are settled and when, how often a chat carries the rest, and what is left open. */
import type { Intent, Key, Open, Tick } from "../engine/index.ts";
import { waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { count, type Policy, product, type Values } from "./policy.ts";

type Known = NonNullable<Open["forces"]["replicas"]>;
type Card = Known["cards"][number];
type Occasion = Known["occasions"][number];

/** What it takes to settle a card, and to chat. */
const settling = 2.5;
const chatting = 1;

/** No answer can be back sooner. */
const trip: Tick = 2;

const changed = ({ mine, theirs }: Card): boolean =>
  mine.count !== theirs.count || mine.node !== theirs.node;

const ahead = ({ occasions }: Known): readonly Occasion[] =>
  occasions.filter(({ state }) => state === "ahead");

/** Whether a card is settled through an occasion. */
const covers = (card: Card | undefined, at: Tick): boolean =>
  card !== undefined && card.until >= at;

type Way = {
  readonly wants: (known: Known, tick: Tick) => readonly Card[];
  readonly stakes: boolean;
};

/** The occasions it looks at: those that name their card, and those of marked cards if it listens. */
const minded =
  (stakes: boolean, lead: Tick) =>
  (known: Known, tick: Tick): readonly Occasion[] =>
    ahead(known)
      .filter(({ dinner, at }) => (stakes || dinner === null) && at - tick <= lead)
      .toSorted((a, b) => a.at - b.at);

function wayOf({ count, choice }: Values): Way {
  const stakes = count("stakes") === 1;
  const occasions = minded(stakes, count("lead"));
  const every = count("every");
  const whole = count("all") === 1;
  const heavy = choice("heavy");
  const wants = (known: Known, tick: Tick): readonly Card[] => {
    const { cards } = known;
    const among = cards.filter((card) => whole || card.heavy);
    const settled = (from: Tick): readonly Card[] => among.filter(({ until }) => until < from);
    const missed = known.occasions.findLast(({ state }) => state === "badly")?.at;
    const announced = (): readonly Card[] =>
      occasions(known, tick).flatMap(({ about, at }) =>
        cards.filter((card) => card.about === about && !covers(card, at)),
      );
    if (every > 0) return among.filter((_, i) => tick % (every * among.length) === every * i);
    switch (heavy) {
      case "announced":
        return announced();
      case "write":
        return among.filter(changed);
      case "both":
        return [...announced(), ...among.filter(changed)];
      case "after":
        return missed === undefined ? [] : settled(missed);
      case "always":
        return settled(tick);
    }
    return [];
  };
  return { wants, stakes };
}

const sentLast = ({ sent }: Readonly<Open>, key: Key | null): Tick =>
  sent.find((one) => one.key === key)?.last ?? -trip;

const cutNow = ({ cuts }: Known, tick: Tick): boolean =>
  cuts.some(({ from, to }) => from <= tick && tick < to);

/** Settles a card, under the same key until that is answered; null while an answer may be on its way. */
function settle(seen: Readonly<Open>, { about, key }: Card): Intent | null {
  if (key === null) return { kind: "send", what: "fact", about };
  return seen.tick - sentLast(seen, key) < trip ? null : { kind: "repeat", key };
}

/** The occasion that is next tick and may go wrong, where it would rather not know. */
function open(known: Known, tick: Tick, defer: string): Occasion | undefined {
  if (defer === "never") return undefined;
  return ahead(known).find(({ at, about }) => {
    const card = known.cards.find((one) => one.about === about);
    if (defer === "always") return true;
    return at - tick === 1 && !covers(card, at);
  });
}

function consistency(values: Values): Bot {
  const { count, choice } = values;
  const { wants, stakes } = wayOf(values);
  const gap = count("chat");
  return (seen) => {
    const { tick, sent, energy } = seen;
    const known = seen.forces.replicas;
    const power = energy ?? Number.POSITIVE_INFINITY;
    if (known === undefined) return waitFor(1);
    const deferred = open(known, tick, choice("defer"));
    if (deferred !== undefined) return { kind: "defer", about: deferred.topic };
    if (count("cuts") === 1 && cutNow(known, tick)) return waitFor(1);
    const wanted = wants(known, tick);
    for (const card of wanted) {
      const intent = power >= settling ? settle(seen, card) : null;
      if (intent !== null) return intent;
    }
    const last = sent.findLast(({ what }) => what === "chat")?.last ?? -gap;
    const untold = stakes && ahead(known).some(({ about }) => about === null);
    const due = gap > 0 && tick - last >= (untold ? Math.min(gap, trip) : gap);
    const kept = chatting + (wanted.length > 0 ? count("keep") : 0);
    if (due && power >= kept) return { kind: "send", what: "chat", about: known.talk };
    return waitFor(1);
  };
}

export const consistencyPolicy: Policy = {
  name: "consistency",
  meaning: "Settles some cards, and lets a chat carry the light ones.",
  parameters: [
    {
      name: "heavy",
      kind: "choice",
      of: ["announced", "write", "both", "after", "always", "never"],
      fallback: "announced",
      meaning: "what makes it settle a card",
    },
    count("lead", 7, [0, 99], "how many ticks before an occasion it begins to settle"),
    count("all", 0, [0, 1], "1: all cards are settled so, 0: the heavy ones"),
    count("stakes", 0, [0, 1], "1: a card that they marked counts as heavy"),
    count("chat", 4, [0, 99], "ticks between two chats; 0 for none"),
    count("keep", 1, [0, 9], "energy that a chat leaves while there is something to settle"),
    count(
      "every",
      0,
      [0, 99],
      "settles the cards in turn at this gap, whatever happens; 0 for not",
    ),
    count("cuts", 0, [0, 1], "1: it sends nothing where there is no line"),
    {
      name: "defer",
      kind: "choice",
      of: ["never", "unsure", "always"],
      fallback: "never",
      meaning: "when it says that it does not know yet",
    },
  ],
  blind: product({
    heavy: ["never"],
    chat: [0, 1, 2, 3, 4, 5, 6, 8],
    every: [0, 2, 3, 4, 5, 6, 8],
    all: [0, 1],
  }),
  make: consistency,
};
