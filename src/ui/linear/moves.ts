/** What a typed line means: an exact intent, or a letter of the board. */
import {
  formatIntent,
  type Intent,
  type Move,
  parseIntent,
  type Session,
} from "../../session/index.ts";
import { type Act, allActs, leaveQuestion, questionOf, useless, whyNot } from "../acts.ts";
import type { Cast } from "../cast.ts";
import { commandOf } from "../keys.ts";
import { type Option, optionsFor, overText, waysQuestion } from "../options.ts";
import {
  giveOrder,
  limitQuestion,
  noHabits,
  noLimits,
  orderOptions,
  orderQuestion,
  setLimit,
} from "../orders.ts";
import { waitForNews } from "../timely.ts";
import { choose, type LinearIo, number } from "./io.ts";

/** Who plays what, and what may be left to a standing order. */
export type Table = {
  readonly cast: Cast;
  readonly session: Session;
  readonly io: LinearIo;
  readonly habits: readonly string[];
  /** Whether to say first how to get a hint. */
  readonly offer?: boolean;
  /** What the player does between two evenings: on to the next, into another game, or away. */
  readonly between: () => Promise<Session | "on" | "away">;
};

/** "done" where the line was dealt with and no move comes of it; "unknown" where it means nothing. */
export type Meant = Intent | "done" | "unknown";

export const moveText = (move: Move): string =>
  move.kind === "wait" ? "wait 3" : formatIntent(move);

const isAct = (name: string | null): name is Act => allActs.some((act) => act === name);

export async function meantBy(line: string, table: Table): Promise<Meant> {
  const [letter = "", ...rest] = line.split(/\s+/);
  const word = rest.join(" ");
  const command = letter.length === 1 ? commandOf("board", letter) : null;
  if (isAct(command)) return actOf(command, word, table);
  if (command === "limit") return limitOf(word, table);
  if (command === "order") return orderOf(table);
  if (command === "leave") return leaving(table);
  if (command === "news")
    return word === ""
      ? waitForNews(table.session, table.cast)
      : (parseIntent(`wait ${word}`) ?? "unknown");
  if (/^[1-9]$/.test(line)) return { kind: "wait", ticks: Number(line) };
  return parseIntent(line) ?? "unknown";
}

/** The only move that fits; where there are several, the one the player chooses. */
async function actOf(act: Act, word: string, { cast, session, io }: Table): Promise<Meant> {
  const topicOf = (intent: Intent): string =>
    "key" in intent ? (session.observe().sent.find((s) => s.key === intent.key)?.about ?? "") : "";
  const all = optionsFor(act, session, cast);
  const fitting = all.filter(
    ({ intent }) =>
      word === "" ||
      (intent !== null &&
        (` ${formatIntent(intent)} `.includes(` ${word} `) || topicOf(intent) === word)),
  );
  const [only] = fitting;
  if (only === undefined && all.length > 0) return "unknown";
  if (only === undefined) {
    io.out(whyNot(act, session));
    return "done";
  }
  if (fitting.length === 1) return waysOf(only, io);
  const chosen = await choose(io, questionOf(act, fitting), fitting.map(textOf));
  const option = fitting[chosen ?? -1];
  return option === undefined ? "done" : waysOf(option, io);
}

const textOf = ({ text }: Option): string => text.replace(/[.;]+$/, "");

/** The move that an option stands for; where it can be said in several ways, the one the player chooses. */
async function waysOf({ intent, ways = [] }: Option, io: LinearIo): Promise<Meant> {
  if (intent === null) {
    io.out(overText);
    return "done";
  }
  if (ways.length < 2) return intent;
  const chosen = await choose(io, waysQuestion, ways.map(textOf));
  return ways[chosen ?? -1]?.intent ?? "done";
}

async function leaving({ io }: Table): Promise<Meant> {
  const chosen = await choose(io, leaveQuestion, ["leave", "stay"]);
  return chosen === 0 ? { kind: "leave" } : "done";
}

async function limitOf(word: string, { session, io, habits }: Table): Promise<Meant> {
  if (useless(session.laws(), session.level, habits).includes("limit")) {
    io.out(noLimits);
    return "done";
  }
  const n = /^\d{1,2}$/.test(word) ? Number(word) : await number(io, limitQuestion);
  if (n !== null) io.out(setLimit(session, n));
  return "done";
}

async function orderOf({ session, io, habits }: Table): Promise<Meant> {
  const options = orderOptions(session, habits);
  if (options.length === 0) {
    io.out(noHabits);
    return "done";
  }
  const texts = [...options.map(({ text }) => text), "nothing"];
  const chosen = await choose(io, orderQuestion, texts);
  if (chosen === null) return "done";
  const option = options[chosen];
  const n = option === undefined ? 0 : await number(io, option.ask);
  if (n === null) return "done";
  io.out(giveOrder(session, option === undefined || n === 0 ? null : option.orderOf(n)));
  return "done";
}

/** The move that shares most words, or beginnings of words, with a line; null where none shares any. */
export function nearest(line: string, session: Session): string | null {
  const typed = line.toLowerCase().split(/\s+/);
  const like = (word: string): number =>
    Math.max(0, ...[3, 1].filter((n) => typed.some((t) => t.slice(0, n) === word.slice(0, n))));
  const score = (text: string): number =>
    text.split(" ").reduce((sum, word) => sum + like(word), 0);
  const [best] = session
    .legal()
    .map((move) => ({ text: moveText(move), score: score(moveText(move)) }))
    .toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= 3 ? best.text : null;
}
