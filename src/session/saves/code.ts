/** A game in one line, to be pasted anywhere: its level, its seed and its moves. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import {
  formatIntent,
  type Intent,
  type Level,
  parseIntent,
  type Seed,
  seedOf,
} from "../../engine/index.ts";
import type { Moves } from "../fork.ts";
import { readJournal } from "../journal.ts";
import { headerLine, lawsHash, paper } from "../line.ts";
import type { RecordedGame } from "../recorded.ts";
import { openReplay, type Replay } from "../replay.ts";
import { rules } from "../rules.ts";
import { openSession } from "../session.ts";
import { sha256 } from "./disk.ts";

const mark = "be1";
/** How long a code may be, in characters, and what is packed in it, in bytes. */
const longest = 64 * 1024;
const mostMoves = 256 * 1024;

export const isCode = (text: string): boolean => text.startsWith(`${mark}:`);

/** The code of a game; a sentence where it has none. */
export function codeOf({ header, evenings }: RecordedGame): { code: string } | string {
  if (header.own !== null)
    return "A level of your own is not in everybody's game: pass on the game's file, which holds it.";
  const moves = evenings.map(({ turns }) => turns.map(({ intent }) => intent));
  if (moves.flat().includes(null)) return "This game was played under other rules.";
  const text = moves.map((evening) => evening.map((one) => one && formatIntent(one)).join(";"));
  const packed = deflateRawSync(text.join("\n"), { level: 9 }).toString("base64url");
  const { level, laws, seed } = header;
  const parts = [mark, header.rules, laws, level, seed.slice("b1:".length), packed];
  return { code: parts.join(":") };
}

type Opened =
  | { readonly ok: true; readonly replay: Replay }
  /** `stale` where the code is whole, and of other rules or laws. */
  | { readonly ok: false; readonly problem: string; readonly stale: boolean };

const refuse = (problem: string, stale = false): Opened => ({ ok: false, problem, stale });
const notWhole = "This code is not whole: copy all of it, on one line.";

/** The game of a code, played again. */
export function openCode(code: string, levelOf: (id: string) => Level | null): Opened {
  const parts = code.split(":");
  const [, made = "", laws, id = "", name = "", packed = ""] = parts;
  const seed = seedOf(name);
  const moves = code.length > longest ? null : movesIn(packed);
  if (parts.length !== 6 || !/^\d{1,6}$/.test(made) || seed === null || moves === null)
    return refuse(notWhole);
  if (Number(made) !== rules)
    return refuse(`This code was made under rules ${made}, and these are rules ${rules}.`, true);
  const level = levelOf(id);
  if (level === null) return refuse(`There is no level "${id.slice(0, 40)}" here.`, true);
  if (laws !== lawsHash(sha256, level))
    return refuse("The level has changed since this code was made.", true);
  const game = played(level, seed, moves);
  return game === null ? refuse(notWhole) : { ok: true, replay: openReplay(game, level) };
}

function movesIn(packed: string): Moves | null {
  try {
    const bytes = inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: mostMoves });
    const evenings = bytes.toString("utf8").split("\n");
    const moves = evenings.map((text) => (text === "" ? [] : text.split(";").map(parseIntent)));
    return moves.some((evening) => evening.includes(null)) ? null : (moves as Moves);
  } catch {
    return null;
  }
}

/** The game as if it had been recorded; null where a move of it cannot be made. */
function played(level: Level, seed: Seed, moves: Moves): RecordedGame | null {
  const head = { app: "besteffort code", seed, rehearsal: false, own: null };
  const lines = [headerLine(sha256, level, { ...head, created: new Date(0).toISOString() })];
  const session = openSession(level, seed, { journal: paper(lines, sha256) });
  const took = (intent: Intent): boolean =>
    session.observe().ended === null &&
    session.play(intent).every(({ kind }) => kind !== "refused");
  const whole = moves.every((evening, n) => (n === 0 || session.next()) && evening.every(took));
  const read = readJournal(`${lines.join("\n")}\n`, sha256);
  return whole && read.ok ? read.game : null;
}
