/** What sharing was worth: what was read, against what could have been; and what bounced off a full inbox. */
import type { Fact, Force } from "../force.ts";
import type { Key, Tick } from "../message.ts";
import type { Credit } from "./credit.ts";

type Scored = Required<Pick<Force<Credit>, "measures" | "facts">>;
type Given = Parameters<Scored["facts"]>;
type Log = Given[1];
type Law = Given[0];
type Weighed = { readonly about: string; readonly weight: number; readonly worth: number };

/** Nobody works through everything: this share of the whole reading time counts as reachable. */
const reachable = 0.9;

/** The most worth that fits into so much reading, the dearest for its weight first. */
export function most(items: readonly Weighed[], work: number): number {
  let left = work;
  let worth = 0;
  const dear = [...items].sort((a, b) => b.worth / b.weight - a.worth / a.weight);
  for (const item of dear) {
    const share = Math.min(1, left / item.weight);
    worth += item.worth * share;
    left -= item.weight * share;
    if (left <= 0) break;
  }
  return worth;
}

type Fate = { readonly item: Law["items"][number]; read: Tick[]; dropped: Tick[] };

/** What was shared, and at which ticks something with its key was read or dropped. */
function fates({ items }: Law, { events, secrets }: Log) {
  const abouts = new Map<Key, string>();
  for (const e of events) if (e.kind === "sent" && e.what === "share") abouts.set(e.key, e.about);
  const all = items.map((item): Fate => ({ item, read: [], dropped: [] }));
  const fate = new Map(all.map((one) => [one.item.about, one]));
  for (const s of secrets)
    if (s.kind === "read" || s.kind === "dropped")
      fate.get(abouts.get(s.key) ?? "")?.[s.kind].push(s.tick);
  return all;
}

const worthOf = (all: readonly { readonly item: Weighed }[]): number =>
  all.reduce((sum, { item }) => sum + item.worth, 0);

export const measures: Scored["measures"] = {
  /** 100 when all was read that they could read; a drop costs its own worth, as often as `hurt` says. */
  value(law, log) {
    const all = fates(law, log);
    const done = worthOf(all.filter(({ read }) => read.length > 0));
    const lost = worthOf(all.filter(({ dropped }) => dropped.length > 0));
    const work = log.secrets.find((s) => s.kind === "capacity")?.work ?? 0;
    const whole = Math.max(done, most(law.items, reachable * work));
    const got = whole > 0 ? done / whole : 0;
    const hurt = (law.hurt * lost) / Math.max(1, most(law.items, Number.POSITIVE_INFINITY));
    return { read: 100 * got, bounced: -100 * hurt };
  },
};

export const facts: Scored["facts"] = (law, log): readonly Fact[] => {
  const all = fates(law, log);
  const { events, secrets } = log;
  const lost = secrets.filter(
    (s) => s.kind === "put" && s.way === "out" && s.what === "share" && s.due === null,
  ).length;
  const sent = events.flatMap((e) => (e.kind === "sent" && e.what === "share" ? [e.tick] : []));
  const asks = events.filter((e) => e.kind === "sent" && e.what === "room").length;
  const dropped = all.flatMap((one) => one.dropped).sort((a, b) => a - b);
  const heavy = all.filter((one) => one.dropped.length > 0 && one.item.weight >= law.heavy).length;
  const read = all.filter((one) => one.read.length > 0).length;
  return [
    {
      line: "timing",
      code: "credit.dropped",
      ticks: dropped,
      numbers: { sent: sent.length, dropped: dropped.length, heavy },
    },
    {
      line: "acknowledgement",
      code: "credit.read",
      ticks: [],
      numbers: { read, sent: sent.length, asks, lost },
    },
  ];
};
