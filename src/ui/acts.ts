/** What you can do with one key: which of the legal moves it stands for, and what is asked where there are several. */
import type { Intent, Laws, Level, Move, Observation, Session } from "../session/index.ts";
import { costOf, refusals } from "../session/index.ts";
import { tenth } from "./cast.ts";
import type { Command } from "./keys.ts";
import type { Option } from "./options.ts";

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

export const isFact = (intent: Intent): boolean => intent.kind === "send" && intent.what === "fact";

/** What is asked where a key may mean several things; it says what a number in brackets is. */
export function questionOf(act: Act, options: readonly Option[]): string {
  // To say how a thing stands, where nothing else can be said, is to settle it.
  const settles =
    act === "send" &&
    options.every(({ intent }) => intent === null || isFact(intent) || intent.kind === "repeat");
  const question = settles ? "Settle what?" : meanings[act].question;
  return options.some(({ takes }) => takes > 0) ? `${question} In brackets: the energy.` : question;
}

export const leaveQuestion =
  "End this evening here, for good? The fog lifts; nothing is held against you.";

const nameOf = (move: Move): string => (move.kind === "send" ? move.what : move.kind);
export const stands = (act: Act, move: Move): boolean => meanings[act].does.includes(nameOf(move));

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
  const dear = act === "take" ? tooDear(open) : null;
  if (dear !== null) return dear;
  const free = moves.find((move) => stands(act, move));
  if (free === undefined || free.kind === "wait" || open.energy === null)
    return nothing[act] ?? "There is nothing to do that with just now.";
  return `That takes ${costOf(laws, open, free)} energy. You have ${tenth(open.energy)}.`;
}
