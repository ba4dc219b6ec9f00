/** Credit in words and on the board: the last word on room and its age, how ACKs drip back, and what is left to share. */
import type { Event, Intent, Observation, Tick } from "../../session/index.ts";
import { type Cast, plural, titleOf } from "../cast.ts";
import { type Ink, type Row, row, textOf } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { at, type Known, line, numberIn, type Part } from "./part.ts";

type Credit = NonNullable<Observation["forces"]["credit"]>;
type Item = Credit["items"][number];
type Heard = Extract<Event, { readonly kind: "heard" }>;

/** As many of the heavy things left as a narrow board has rows for; the list of what to say has them all. */
const rowsLeft = 6;

const weigh = (items: readonly Item[]): number =>
  items.reduce((sum, { weight }) => sum + weight, 0);

const unanswered = ({ items }: Credit): readonly Item[] =>
  items.filter(({ sent, read }) => sent !== null && read === null);

/** Ticks between one ACK and the next, the latest last: their pace, as far as it can be seen. */
function spacing({ items }: Credit): readonly number[] {
  const ticks = items.flatMap(({ read }) => (read === null ? [] : [read])).sort((a, b) => a - b);
  return ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? tick));
}

/** The last word on room: the number, how old it is, and what became of what you have sent since. */
function roomWords(
  { room, rests, items }: Credit,
  tick: Tick,
): readonly [word: string, more: string] {
  if (room === null) return ["never asked", ""];
  const age = `${plural(tick - room.heard, "tick")} old`;
  if (room.free === 0)
    return [
      `no, ${age}`,
      rests === null ? "heavy things may go again" : `heavy things wait until t${rests}`,
    ];
  const since = items.filter(({ sent }) => sent !== null && sent > room.asked);
  const heard = since.filter(({ read }) => read !== null);
  return [
    `${room.free}, ${age}`,
    since.length > 0 ? `since: sent ${weigh(since)}, answered ${weigh(heard)}` : "",
  ];
}

const inkOf = ({ heavy }: Item, { rests }: Credit): Ink =>
  heavy && rests !== null ? "dim" : heavy ? "strong" : "plain";

/** What is left to say: the heaviest by name, the rest by weight. */
function left(
  { cast, open }: Known,
  credit: Credit,
  columns: number,
  room: number,
): readonly Row[] {
  const unsaid = credit.items
    .filter(({ sent }) => sent === null)
    .toSorted((a, b) => b.worth - a.worth || b.weight - a.weight);
  const heavy = unsaid.filter(({ weight }) => weight > 1);
  const most = columns < 40 ? room : heavy.length;
  const named = heavy.length > most ? heavy.slice(0, most - 1) : heavy;
  const more = heavy.slice(named.length);
  const small = unsaid.filter(({ weight }) => weight <= 1);
  const rows = named.map((item) =>
    line(titleOf(cast, item.about), `${item.weight}, ${item.worth}`, inkOf(item, credit), columns),
  );
  const rest = [
    ...(more.length > 0
      ? [line(`${more.length} more`, `${weigh(more)} in all`, "plain", columns)]
      : []),
    ...(small.length > 0
      ? [
          line(
            plural(small.length, "small thing"),
            `1, ${small[0]?.worth ?? 0} each`,
            "plain",
            columns,
          ),
        ]
      : []),
  ];
  return open.ended === null ? [...rows, ...rest] : [];
}

function panel(known: Known, columns: number): readonly Row[] {
  const { credit } = known.open.forces;
  if (credit === undefined) return [];
  const out = unanswered(credit);
  const [word, more] = roomWords(credit, known.open.tick);
  const between = spacing(credit).slice(-4).join(" ");
  return [
    heading("ROOM"),
    row(`last word   ${word}`, credit.room === null ? "dim" : "them"),
    ...(more === "" ? [] : [row(`  ${more}`, credit.rests === null ? "plain" : "timer")]),
    row(`unanswered  ${out.length}, weight ${weigh(out)}`, out.length > 0 ? "you" : "plain"),
    row(`answers apart  ${between === "" ? "-" : between}`),
    line("LEFT TO SAY", "weight, worth", "dim", columns),
    ...left(known, credit, columns, more === "" ? rowsLeft : rowsLeft - 1),
  ];
}

/** Wide enough for every row in full. */
const whole = 200;

function sentences(known: Known): readonly string[] {
  const rows = panel(known, whole).slice(1);
  const text = rows.map((one) => textOf(one).trim().replace(/ +/g, " "));
  return text.length === 0 ? [] : [`Room: ${text.join("; ")}.`];
}

/** The number and the words: it is plain by rule. */
function reply({ tone, values: [free] }: Heard, _cast: Cast, mood: string): string | null {
  if (tone === "room") return `${mood} (room for ${free ?? 0})`;
  return tone === "full" || tone === "not tonight" ? `${mood} (no room)` : null;
}

function option(intent: Intent, { cast, open }: Known): string | null {
  if (intent.kind !== "send" || intent.what !== "share") return null;
  const item = open.forces.credit?.items.find(({ about }) => about === intent.about);
  if (item === undefined) return null;
  return `${titleOf(cast, item.about)} (${item.weight}, worth ${item.worth})`;
}

export const credit: Part<"credit"> = {
  terms: { read: "what was read", bounced: "what bounced" },
  says: {
    eased: (_event, _cast, alone) => (alone ? "Time has passed since the no." : null),
  },
  reply,
  option,
  notes(here, { voice: { name } }) {
    const dropped = here.filter(({ kind }) => kind === "dropped").length;
    return here.flatMap((secret): readonly string[] => {
      if (secret.kind === "pace") return [`${name}: ${secret.name}`];
      if (secret.kind !== "load" || dropped === 0) return [];
      return secret.fits
        ? []
        : [`bounces: ${secret.unread} lie unread, no room for ${secret.weight}`];
    });
  },
  fact(fact, { voice: { name } }, par) {
    const sent = numberIn(fact, "sent");
    if (fact.code === "credit.read") {
      const than = par ? ` (par ${numberIn(par, "read")})` : "";
      const asks = numberIn(fact, "asks");
      const lost = numberIn(fact, "lost");
      return [
        `${name} read ${numberIn(fact, "read")} of ${sent}${than}; the line lost ${lost === 0 ? "none" : lost}. You asked for room ${plural(asks, "time")}.`,
      ];
    }
    const dropped = numberIn(fact, "dropped");
    if (dropped === 0) return [`Nothing bounced off a full inbox.`];
    const than = par ? ` (par ${numberIn(par, "dropped")})` : "";
    const heavy = numberIn(fact, "heavy");
    const some = heavy > 0 ? `, ${heavy} of them heavy` : "";
    return [`${plural(dropped, "thing")} bounced off a full inbox${at(fact.ticks)}${some}${than}.`];
  },
  panel,
  sentences,
};
