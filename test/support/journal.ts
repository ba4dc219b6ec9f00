/** Journals in memory, and short games to fill them with. */
import { createHash } from "node:crypto";
import {
  type Aside,
  type Digest,
  type Intent,
  type JournalSink,
  type Level,
  openSession,
  type RecordedGame,
  readJournal,
  type Seed,
  type Session,
} from "../../src/session/index.ts";
import { headerLine } from "../../src/session/line.ts";

export const digest: Digest = (text) => createHash("sha256").update(text).digest("hex");

export type Page = JournalSink & { readonly text: () => string };

/** A journal that is only text. */
export function page(start: string, file?: string): Page {
  let text = start;
  return {
    digest,
    file,
    append: (line) => {
      text += `${line}\n`;
    },
    checksum: () => digest(text),
    problem: () => null,
    close: () => {},
    text: () => text,
  };
}

export const header = (level: Level, seed: Seed, own: unknown = null): string => {
  const created = "2026-11-24T18:02:00.000Z";
  const opening = { app: "besteffort 0.1.0", seed, rehearsal: false, created, own };
  return `${headerLine(digest, level, opening)}\n`;
};

/** Something done with a session; each writes one line, and an end writes itself. */
export type Deed = Intent | Aside | { readonly kind: "next" };

const asideKinds = ["bet", "hint", "standing limit", "order"];
const isAside = (deed: Deed): deed is Aside => asideKinds.includes(deed.kind);

export function act(session: Session, deed: Deed): void {
  if (deed.kind === "next") session.next();
  else if (isAside(deed)) session.aside(deed);
  else session.play(deed);
}

const ask = (about: string): Deed => ({ kind: "send", what: "ask", about });
const evening: readonly Deed[] = [
  ask("key"),
  ask("pot"),
  { kind: "wait", ticks: 3 },
  { kind: "repeat", key: "a1" },
  { kind: "wait for news" },
  ask("sunday"),
  { kind: "let go", key: "a2" },
];

/** Two short evenings, of which the second is left. */
export const shortGame: readonly Deed[] = [
  { kind: "bet", choice: 1 },
  ...evening,
  { kind: "leave" },
  { kind: "next" },
  { kind: "hint", step: 1 },
  ...evening,
  { kind: "leave" },
];

/** Lets an evening run to its end in silence. */
export function sleep(session: Session): void {
  while (session.observe().ended === null) session.play({ kind: "wait", ticks: 64 });
}

/** The whole text of a game in which these things were done. */
export function written(level: Level, seed: Seed, deeds: readonly Deed[]): string {
  const journal = page(header(level, seed));
  const session = openSession(level, seed, { journal });
  for (const deed of deeds) act(session, deed);
  return journal.text();
}

/** The game in a text that is whole. */
export function gameOf(text: string): RecordedGame {
  const read = readJournal(text, digest);
  if (!read.ok) throw new Error(read.problem);
  return read.game;
}
