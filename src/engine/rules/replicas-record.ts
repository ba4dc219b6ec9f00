/** What you come to know of the cards: the only writer of the open half of replicas. */
import type { Force } from "../force.ts";
import type { Tick } from "../message.ts";
import { merge, same, type Version, versionAt } from "./register.ts";
import { type Card, cardOf, type Replicas, you } from "./replicas-law.ts";

type Record = NonNullable<Force<Replicas>["record"]>;
type Heard = Extract<Parameters<Record>[1], { readonly kind: "heard" }>;

function learn(card: Card, version: Version, tick: Tick): void {
  const now = merge(card.mine, version);
  if (!same(now, card.mine)) card.since = tick;
  card.mine = now;
  card.theirs = version;
  card.heard = tick;
}

function recordHeard(open: Replicas["open"], { what, key, about, values, tick }: Heard): void {
  const settled = open.cards.find((card) => card.key !== null && card.key === key);
  const light = open.cards.filter(({ heavy }) => !heavy);
  let told = 0;
  if (what === "answer" && about === open.talk) {
    for (const [i, card] of light.entries()) learn(card, versionAt(values, 2 * i), tick);
    told = 2 * light.length;
  } else if (what === "answer") {
    const card = cardOf(open, about);
    if (card === undefined) return;
    learn(card, versionAt(values, 0), tick);
    card.until = Math.max(card.until, values[2] ?? 0);
    if (settled !== undefined) settled.key = null;
    told = 3;
  }
  for (let i = told; i + 1 < values.length; i += 2)
    for (const occasion of open.occasions)
      if (occasion.dinner === values[i])
        occasion.about = open.cards[values[i + 1] ?? -1]?.about ?? null;
}

export const record: Record = (open, event, law) => {
  switch (event.kind) {
    case "heard":
      recordHeard(open, event);
      return;
    case "sent": {
      const card = event.what === "fact" ? cardOf(open, event.about) : undefined;
      if (card === undefined) return;
      card.key = event.key;
      card.kept = event.tick + 1 + law.lease;
      return;
    }
    case "leaned": {
      const card = cardOf(open, event.about);
      if (card === undefined) return;
      card.mine = { count: event.count, node: you };
      card.since = event.tick;
      return;
    }
    case "occasion": {
      const { topic, at, about, dinner, lasts } = event;
      if (lasts > 0) {
        open.cuts.push({ topic, from: at, to: at + lasts });
        return;
      }
      const named = about === "" ? null : about;
      const place = dinner < 0 ? null : dinner;
      open.occasions.push({ topic, at, about: named, dinner: place, state: "ahead" });
      return;
    }
    case "met": {
      const card = cardOf(open, event.about);
      if (card !== undefined) learn(card, { count: event.count, node: event.node }, event.tick);
      const asked = open.occasions.find(({ topic }) => topic === event.topic);
      if (asked === undefined) return;
      asked.about = event.about;
      asked.state = event.differ ? "badly" : "well";
      return;
    }
    case "defer": {
      const asked = open.occasions.find(({ topic }) => topic === event.topic);
      if (asked !== undefined) asked.state = "deferred";
    }
  }
};
