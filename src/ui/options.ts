/** The choices behind a key: what each would do, in words, under a number that it keeps. */
import {
  costOf,
  formatIntent,
  type Intent,
  type Key,
  type Move,
  type Observation,
  type Session,
} from "../session/index.ts";
import { type Act, isFact, stands } from "./acts.ts";
import { type Cast, plural, titleOf } from "./cast.ts";
import { partsOf } from "./forces/index.ts";
import { sentText } from "./words.ts";

/** One of the things that a key may mean now. */
export type Option = {
  /** Null for what only keeps its place. */
  readonly intent: Intent | null;
  /** What it is and what it takes; then, after the first colon, what can be spared. */
  readonly text: string;
  /** The energy it takes; 0 where none is counted. */
  readonly takes: number;
  /** How it can be said, where that is asked next; its own intent is the first of them. */
  readonly ways?: readonly Option[];
};

/**
 * What still needs doing first, what is settled last; among each, things to say in the order of the level's own list,
 * and messages in the order in which they were first sent.
 */
function inOrder(session: Session): readonly Move[] {
  const open = session.observe();
  const topics = Object.keys(session.level.story.topics);
  const place = (move: Move): number => {
    if ("key" in move) return open.sent.findIndex(({ key }) => key === move.key);
    return "about" in move ? topics.indexOf(move.about) : -1;
  };
  return withMode(session.legal(), open)
    .map((move) => ({ move, done: doneness(move, open), at: place(move) }))
    .toSorted((a, b) => a.done - b.done || a.at - b.at)
    .map(({ move }) => move);
}

/** The mode that runs stands among the others, so that each keeps its number; to choose it changes nothing. */
function withMode(moves: readonly Move[], { forces: { modes } }: Observation): readonly Move[] {
  const first = moves.findIndex(({ kind }) => kind === "mode");
  if (modes === undefined || first < 0) return moves;
  const at = first + Object.keys(modes.takes).indexOf(modes.mode);
  return moves.toSpliced(at, 0, { kind: "mode", to: modes.mode });
}

/** 0 for what has not been said, 1 for what has, 2 where you know that there is nothing more to gain by it. */
function doneness(move: Move, open: Observation): 0 | 1 | 2 {
  const { plans, incidents } = open.forces;
  const wrongOf = (about: string) => incidents?.wrongs.find((one) => one.about === about);
  if ("key" in move) {
    const sent = open.sent.find(({ key }) => key === move.key);
    const heard = sent?.what === "apology" && (wrongOf(sent.about)?.heard ?? null) !== null;
    return heard || (sent?.answered ?? null) !== null ? 2 : 0;
  }
  if (move.kind !== "send") return 0;
  const plan = plans?.plans.find(({ about }) => about === move.about);
  if (move.what === "plan") return plan?.echo?.right === true ? 2 : 0;
  if (move.what === "confirm") return (plan?.confirm.heard ?? null) === null ? 0 : 2;
  const wrong = move.what === "apology" ? wrongOf(move.about) : undefined;
  if ((wrong?.heard ?? null) !== null) return 2;
  return open.sent.some(
    ({ what, about }) => what === "apology" && what === move.what && about === move.about,
  )
    ? 1
    : 0;
}

/** A card or a plan, and what of it is under way: it keeps its place among the choices for a whole evening. */
type Slot = { readonly about: string; readonly key: Key | null };

/** What an act is always about, thing by thing; null where its choices are of all kinds. */
function slotsOf(act: Act, moves: readonly Move[], open: Observation): readonly Slot[] | null {
  if (act !== "send" && act !== "confirm") return null;
  const { replicas, plans } = open.forces;
  const rung = act === "send" ? "plan" : "confirm";
  const planned = (plans?.plans ?? []).map((one) => {
    const { key, waits } = one[rung];
    return { about: one.about, key: waits ? key : null };
  });
  const slots = act === "send" && replicas !== undefined ? replicas.cards : planned;
  const known = (move: Move): boolean =>
    move.kind === "send" &&
    (isFact(move) || move.what === rung) &&
    slots.some(({ about }) => about === move.about);
  return moves.length > 0 && moves.every(known) ? slots : null;
}

const aboutIn = (move: Move): string | null => ("about" in move ? move.about : null);

/** What is under way would be sent again; what is past keeps its place, and cannot be chosen. */
function inSlots(
  act: Act,
  moves: readonly Move[],
  slots: readonly Slot[],
  session: Session,
  cast: Cast,
): readonly Option[] {
  const repeats = session.legal().filter((move) => move.kind === "repeat");
  return slots.map(({ about, key }): Option => {
    const again = repeats.find((move) => move.key === key);
    const move = again ?? moves.find((one) => aboutIn(one) === about);
    if (move?.kind === "send") {
      const [first, ...more] = sendOptions(move, session, cast);
      if (first !== undefined)
        return more.length === 0
          ? first
          : { ...first, text: unsaid(first.text), ways: [first, ...more] };
    }
    if (move !== undefined && move.kind !== "wait")
      return priced(move, session, moveText(move, session, cast));
    const why = act === "confirm" ? "not now" : "over";
    return { intent: null, takes: 0, text: `${titleOf(cast, about)}, ${why}` };
  });
}

/** "lunch, say it back: .." is "lunch: ..", where how to say it is asked next. */
const unsaid = (text: string): string => text.replace(/, say it back(?=[:(]| \()/, "");

export const waysQuestion = "And ask to have it said back?";
export const overText = "There is nothing to do about that now.";

/** What an act may mean now, with every choice that belongs to it. */
export function optionsFor(act: Act, session: Session, cast: Cast): readonly Option[] {
  const moves = inOrder(session).filter((move) => stands(act, move));
  const slots = slotsOf(act, moves, session.observe());
  if (slots !== null) return inSlots(act, moves, slots, session, cast);
  return moves.flatMap((move): readonly Option[] => {
    if (move.kind === "wait") return [];
    if (move.kind === "send") return sendOptions(move, session, cast);
    return [priced(move, session, moveText(move, session, cast))];
  });
}

type Send = Extract<Move, { readonly kind: "send" }>;

/** One option for each way of saying it: in full or briefly, asking for an answer or not. */
function sendOptions(
  { what, about, options = [], brief }: Send,
  session: Session,
  cast: Cast,
): readonly Option[] {
  const limit = session.limit();
  const bound = limit !== null && options.includes("limit") ? { limit } : {};
  const base = { kind: "send", what, about, ...bound } as const;
  const until = "limit" in bound ? `, limit ${limit}` : "";
  const title = `${ownText(base, session, cast) ?? titleOf(cast, about)}${until}`;
  // What differs comes before what is said: the end of a line is cut where the screen is narrow.
  const option = (
    how: string,
    chosen: { readonly ack?: boolean; readonly brief?: boolean } = {},
  ): Option => {
    const intent = { ...base, ...chosen };
    return priced(intent, session, `${title}${how}: "${sayText(intent, cast)}"`);
  };
  const few = option(", in a few words", { brief: true });
  if (options.includes("brief")) return brief === true ? [few] : [option(", in full"), few];
  if (options.includes("ack"))
    return [option(", say it back", { ack: true }), option(", no echo", { ack: false })];
  return [option("")];
}

/** What would be said. */
const sayText = (
  { what, about, brief = false }: Extract<Intent, { readonly kind: "send" }>,
  cast: Cast,
): string =>
  sentText(cast, {
    kind: "sent",
    tick: 0,
    key: "a1",
    what,
    about,
    attempt: 1,
    ack: true,
    brief,
    limit: null,
  });

/** An option with what it takes, where the level counts energy; that belongs to its name. */
function priced(intent: Intent, session: Session, text: string): Option {
  const takes = costOf(session.laws(), session.observe(), intent);
  const [name = "", ...more] = text.split(": ");
  const whole = [takes > 0 ? `${name} (${takes})` : name, ...more].join(": ");
  return { intent, text: whole, takes };
}

/** How the force that it belongs to puts it, or null. */
function ownText(intent: Intent, session: Session, cast: Cast): string | null {
  const open = session.observe();
  for (const { option } of partsOf(open)) {
    const text = option?.(intent, { cast, open, events: session.heard() }) ?? null;
    if (text !== null) return text;
  }
  return null;
}

function moveText(intent: Intent, session: Session, cast: Cast): string {
  const own = ownText(intent, session, cast);
  if (own !== null) return own;
  const open = session.observe();
  return "key" in intent ? keyText(cast, open, intent.key) : formatIntent(intent);
}

const told: { readonly [what: string]: string } = { ask: "asked", plan: "told" };
const times = (n: number): string => ["", "once", "twice"][n] ?? `${n} times`;

/** What a key stands for when the player has to choose one. */
export function keyText(cast: Cast, open: Observation, key: string): string {
  const sent = open.sent.find((s) => s.key === key);
  if (sent === undefined) return key;
  const { what, about, attempts, last, answered } = sent;
  const also = what === "confirm" ? ", sure?" : what === "apology" ? ", sorry" : "";
  const done = answered === null ? "" : ", answered";
  const ago = plural(open.tick - last, "tick");
  // A card's version goes out as it is then, not as it was.
  const now = what === "fact" ? "; it goes out as you hold it now" : "";
  return `${key}, ${titleOf(cast, about)}${also}${done}: ${told[what] ?? "sent"} ${times(attempts)}, ${ago} ago${now}`;
}
