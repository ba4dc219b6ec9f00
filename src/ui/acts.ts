/** What you can do with one key: which of the legal moves it stands for, and what is asked where there are several. */
import type { Intent, Laws, Level, Move, Observation, Session } from "../session/index.ts";
import { costOf, formatIntent, refusals } from "../session/index.ts";
import { type Cast, plural, tenth, titleOf } from "./cast.ts";
import { partsOf } from "./forces/index.ts";
import type { Command } from "./keys.ts";
import { sentText } from "./words.ts";

/** A thing to do: the kinds of message that a key sends, or the verb it stands for. */
type Meaning = { readonly does: readonly string[]; readonly question: string };

/** By command of the board. Kinds of message and verbs share one name space: none is both. */
export const acts = {
  send: { does: ["ask", "share", "fact", "plan"], question: "Say what?" },
  ping: { does: ["ping"], question: "Which small sign of life?" },
  gesture: { does: ["gesture"], question: "Something large: what?" },
  room: { does: ["room"], question: "Ask for room for what?" },
  chat: { does: ["chat"], question: "Talk about what?" },
  check: { does: ["check"], question: "Look in on whom?" },
  announce: { does: ["announce"], question: "Let them know what?" },
  apology: { does: ["apology"], question: "Sorry for what?" },
  confirm: { does: ["confirm"], question: "Confirm what?" },
  decide: { does: ["go", "no-go"], question: "Go, or no-go?" },
  repeat: {
    does: ["repeat"],
    question: "Send which again? It shows as the same message.",
  },
  mode: { does: ["mode"], question: "How much of you is to run?" },
  take: { does: ["take"], question: "Carry what?" },
  defer: { does: ["defer"], question: "Say of which that you two do not know yet?" },
  promise: { does: ["promise"], question: "Give your word on what?" },
  decline: { does: ["decline"], question: "Say no to what? Nobody minds a plain no." },
  withdraw: { does: ["withdraw"], question: "Call off which promise, while it is early?" },
  excuse: { does: ["excuse"], question: "Make up a reason for which?" },
  letGo: { does: ["let go", "call off"], question: "Stop waiting for which?" },
  bound: { does: ["limit"], question: "Move the limit of which?" },
} as const satisfies { readonly [C in Command<"board">]?: Meaning };

export type Act = keyof typeof acts;
const meanings: { readonly [A in Act]: Meaning } = acts;
const isAct = (command: string): command is Act => Object.hasOwn(acts, command);
export const allActs: readonly Act[] = Object.keys(acts).filter(isAct);

const isFact = (intent: Intent): boolean => intent.kind === "send" && intent.what === "fact";

/** What is asked where a key may mean several things; it says what a number in brackets is. */
export function questionOf(act: Act, options: readonly Option[]): string {
  // To say how a thing stands, where nothing else can be said, is to settle it.
  const settles = act === "send" && options.every(({ intent }) => isFact(intent));
  const question = settles ? "Settle what?" : meanings[act].question;
  return options.some(({ takes }) => takes > 0) ? `${question} In brackets: the energy.` : question;
}

export const leaveQuestion =
  "End this evening here, for good? The fog lifts; nothing is held against you.";

const nameOf = (move: Move): string => (move.kind === "send" ? move.what : move.kind);
const stands = (act: Act, move: Move): boolean => meanings[act].does.includes(nameOf(move));

/** The acts that have a move now. */
export const possible = (moves: readonly Move[]): readonly Act[] =>
  allActs.filter((act) => moves.some((move) => stands(act, move)));

/** What is said before anything was done. */
export const firstLine = (moves: readonly Move[]): string =>
  possible(moves).length > 0 ? "Your move." : "Nothing to do yet: let a tick pass.";

const knows = ({ verbs, kinds }: Laws, act: Act): boolean =>
  meanings[act].does.some(
    (name) =>
      verbs.some((verb) => verb === name) ||
      (verbs.includes("send") && kinds.some((kind) => kind === name)),
  );

/** The keys of the board for which a level has no use at all. */
export function useless(
  laws: Laws,
  { story }: Level,
  habits: readonly string[],
): readonly Command<"board">[] {
  const orders = habits.length + story.orders.length > 0;
  return [
    ...allActs.filter((act) => !knows(laws, act)),
    ...(Object.hasOwn(laws.forces, "limits") ? [] : (["limit"] as const)),
    ...(orders ? [] : (["order"] as const)),
    ...(story.hints.length > 0 ? [] : (["hint"] as const)),
  ];
}

/** One of the things that a key may mean now. */
export type Option = {
  readonly intent: Intent;
  /** What it is and what it takes; then, after the first colon, what can be spared. */
  readonly text: string;
  /** The energy it takes; 0 where none is counted. */
  readonly takes: number;
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
    .map((move) => ({ move, done: Number(isDone(move, open)), at: place(move) }))
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

/** Whether you know that there is nothing more to gain by it. */
function isDone(move: Move, open: Observation): boolean {
  const { plans, incidents } = open.forces;
  if ("key" in move)
    return (open.sent.find(({ key }) => key === move.key)?.answered ?? null) !== null;
  if (move.kind !== "send") return false;
  const plan = plans?.plans.find(({ about }) => about === move.about);
  if (move.what === "plan") return plan?.echo?.right === true;
  if (move.what === "confirm") return (plan?.confirm.heard ?? null) !== null;
  const wrong = incidents?.wrongs.find(({ about }) => about === move.about);
  return (wrong?.heard ?? null) !== null;
}

/** The cards in the order of the board, so that each keeps its number: one that is under way would be sent again. */
function cardsInOrder(sends: readonly Move[], session: Session): readonly Move[] {
  const cards = session.observe().forces.replicas?.cards ?? [];
  const place = (move: Move): number =>
    cards.findIndex(({ about, key }) =>
      move.kind === "repeat" ? key === move.key : "about" in move && about === move.about,
    );
  const again = session.legal().filter((move) => move.kind === "repeat" && place(move) >= 0);
  return [...sends, ...again].toSorted((a, b) => place(a) - place(b));
}

/** What an act may mean now, with every choice that belongs to it. */
export function optionsFor(act: Act, session: Session, cast: Cast): readonly Option[] {
  const moves = inOrder(session).filter((move) => stands(act, move));
  const cards = act === "send" && moves.some((move) => move.kind === "send" && isFact(move));
  const all = cards ? cardsInOrder(moves, session) : moves;
  return all.flatMap((move): readonly Option[] => {
    if (move.kind === "wait") return [];
    if (move.kind === "send") return sendOptions(move, session, cast);
    return [priced(move, session, moveText(move, session, cast))];
  });
}

type Send = Extract<Move, { readonly kind: "send" }>;

const nothing: { readonly [A in Act]?: string } = {
  send: "There is nothing new to say just now.",
  confirm: "There is nothing to confirm just now.",
  decide: "There is nothing to decide just now.",
  repeat: "Nothing is waiting for an answer.",
  letGo: "Nothing is waiting for an answer.",
  defer: "Nobody is going to ask anything yet.",
};

/** Why an offer that stands cannot be taken; null where none stands. */
function tooDear({ forces: { modes } }: Observation): string | null {
  if (modes === undefined || modes.offer === null) return null;
  const { energy, mode, takes, offer } = modes;
  if (mode === "off") return "Nothing is carried while you are off.";
  return `That takes ${offer.cost}, and ${mode} ${takes[mode]} more. You have ${tenth(energy)}.`;
}

/** Why an act has no move now. */
export function whyNot(act: Act, session: Session): string {
  const [laws, open] = [session.laws(), session.observe()];
  if (!knows(laws, act)) return "This level has no use for that.";
  // What stands in the way of everything is the reason for each thing.
  if ((open.forces.modes?.dark ?? 0) > 0) return refusals.dark;
  const moves = session.legal("energy or not");
  // Only a decision that is due keeps one from waiting.
  if (!moves.some(({ kind }) => kind === "wait")) return refusals.decide;
  if (act === "take" && tooDear(open) !== null) return tooDear(open) ?? "";
  const free = moves.find((move) => stands(act, move));
  if (free === undefined || free.kind === "wait" || open.energy === null)
    return nothing[act] ?? "There is nothing to do that with just now.";
  return `That takes ${costOf(laws, open, free)} energy. You have ${tenth(open.energy)}.`;
}

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
