/** What a force sounds and looks like: words for what happens in it, and its instrument on the board. */
import type {
  Event,
  Fact,
  ForceEvent,
  ForceName,
  Held,
  Intent,
  Observation,
  Secret,
  Tick,
} from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import type { Ahead } from "../diagram/index.ts";
import {
  type Ink,
  indent,
  paragraph,
  type Row,
  row,
  shortened,
  sized,
  width,
  wrap,
} from "../row.ts";
import type { Look } from "../theme.ts";

/** What a panel and its sentences are drawn from: all of it known to the player. */
export type Known = {
  readonly cast: Cast;
  readonly open: Observation;
  readonly events: readonly Event[];
};

type Heard = Extract<Event, { readonly kind: "heard" }>;
type Sent = Extract<Event, { readonly kind: "sent" }>;

/** A word or two that stand for something, and how they look. */
export type Mark = readonly [text: string, ink: Ink];

/** What is worth jumping to, by kind of secret: what it is called there. */
export type Marks = { readonly [kind in Secret["kind"]]?: Mark };

export type Part<Name extends ForceName> = {
  /** The narrator's clause for each of its events; null for what goes without saying. `alone`: little else happened. */
  readonly says: {
    readonly [K in ForceEvent<Name>["kind"]]: (
      event: Extract<ForceEvent<Name>, { readonly kind: K }>,
      cast: Cast,
      alone: boolean,
    ) => string | null;
  };
  /** What is over when all was played out, where that is more than an evening. */
  readonly over?: string;
  /** What one of its events adds for who cannot see the board; null where the clause has said it. */
  readonly adds?: (event: Event, cast: Cast) => string | null;
  /** What an event shows to everyone in the room, as a line between what is said; null for nothing. */
  readonly scene?: (event: Event, cast: Cast) => string | null;
  /** What you say with a message of one of its kinds; null for the topic's own words. */
  readonly words?: (sent: Sent, cast: Cast) => string | null;
  /** How a move of its own, or something to say, reads among several; null for its usual form. */
  readonly option?: (intent: Intent, known: Known) => string | null;
  /** What a message from the partner says; null for the usual: the topic's answer, then a line of its tone. */
  readonly reply?: (heard: Heard, cast: Cast, line: string, about: string) => string | null;
  /** What the items of an outcome that are its own are called. */
  readonly terms?: { readonly [item: string]: string };
  /**
   * What you did, or what came due, without a message: it stands in the diagram beside your lane, and a replay can be
   * moved to it. At most 11 letters, so that it fits beside a line under way.
   */
  readonly lane?: (event: Event) => Mark | null;
  /** What a replay can be moved to once the fog is off. */
  readonly marks?: Marks;
  /** What a fact on the card says; par is the same fact of the pattern's bot on the same evening. */
  readonly fact?: (fact: Fact, cast: Cast, par: Fact | null) => readonly string[];
  /** What really happened in a tick, from its secrets; told once the fog has lifted. */
  readonly notes?: (here: readonly Secret[], cast: Cast) => readonly string[];
  /** What they hold of something, seen from their seat; null for what another force has to say. */
  readonly held?: (held: Held, cast: Cast) => string | null;
  /** Its instrument: a heading, then rows. */
  readonly panel?: (known: Known, columns: number, look: Look) => readonly Row[];
  /** What of it must be seen where several instruments compete for room: no more rows than it takes. */
  readonly brief?: (known: Known, columns: number, look: Look) => readonly Row[];
  /** How to read its signs, for the help page. */
  readonly reading?: (cast: Cast) => readonly string[];
  /** The same, fact by fact, in sentences. */
  readonly sentences?: (known: Known) => readonly string[];
  /** What has to be begun at a tick, at the latest, to be done in time: a wait for news stops there. */
  readonly timely?: (known: Known) => readonly Ahead[];
  /** Timers of your own that are still ahead. */
  readonly ahead?: (known: Known) => readonly Ahead[];
};

/** A name, and a fact at the end of the line: where both do not fit, the name gives way, and the fact never. */
export function line(
  name: string,
  fact: string,
  ink: Ink,
  columns: number,
  factInk: Ink = "dim",
): Row {
  const tail = row(fact === "" ? "" : `  ${fact}`, factInk);
  const room = Math.max(0, columns - width(tail));
  return [...sized(row(shortened(name, room), ink), room), ...tail];
}

/** A text over as many rows as it needs, all but the first set in. */
export const folded = (text: string, ink: Ink, columns: number): readonly Row[] => {
  const [first = "", ...rest] = wrap(text, columns);
  return [
    row(first, ink),
    ...paragraph(rest.join(" "), columns - 2, ink).map((more) => indent(more, 2)),
  ];
};

/** A bar of so many cells, `share` of it full. */
export function barOf(share: number, cells: number, { glyphs }: Look): string {
  const full = Math.max(0, Math.min(cells, Math.round(share * cells)));
  return `[${glyphs.full.repeat(full)}${glyphs.empty.repeat(cells - full)}]`;
}

/** The tick list of a fact: the first few, so that a line stays a line. */
export const at = (ticks: readonly Tick[]): string =>
  ticks.length === 0 ? "" : `: t${ticks.slice(0, 4).join(", t")}${ticks.length > 4 ? ".." : ""}`;

/** A number of a fact; 0 where it has none of that name. */
export const numberIn = (fact: Fact, name: string): number => fact.numbers[name] ?? 0;
