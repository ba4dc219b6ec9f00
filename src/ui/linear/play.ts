/** The same game as append-only text: for ears, for pipes, and for terminals that can do no more. */
import type { Session } from "../../session/index.ts";
import { debriefText, endingText } from "./after.ts";
import { meantBy, nearest, type Table } from "./moves.ts";
import {
  actionsText,
  briefText,
  diagramText,
  energyText,
  goalsText,
  keysText,
  logText,
  messageText,
  nextHint,
  sideText,
  waitsText,
} from "./queries.ts";
import { report } from "./telling.ts";

/** How a game was left: before its end, at its end, or for another game. */
export type Left = "put away" | "ended" | Session;

const saved = "Saved. Until later.";

/** What a line asks for that is not a move; null for a move. */
function answer(line: string, { cast, session, habits }: Table, last: string): string | null {
  const closely = /^I(?: (\S+))?$/.exec(line);
  if (closely !== null) {
    const known = { cast, open: session.observe(), events: session.heard() };
    return messageText(known, closely[1] ?? "");
  }
  const lines = /^\?l ?(\d{0,3})$/.exec(line);
  if (lines !== null) return logText(cast, session, Number(lines[1] || 5));
  switch (line) {
    case "?":
      return actionsText(session);
    case "?k":
      return keysText(session, habits);
    case "?e":
      return energyText(cast, session);
    case "?o":
      return waitsText(cast, session);
    case "?d":
      return diagramText(cast, session);
    case "?s":
      return sideText(cast, session);
    case "?g":
      return goalsText(session);
    case "b":
    case "?b":
      return briefText(cast, session.seed.slice(3));
    case "?r":
      return last;
    case "H":
    case "?h":
      return nextHint(cast, session);
    default:
      return null;
  }
}

function unknownText(line: string, { session }: Table): string {
  const near = nearest(line, session);
  const help = near === null ? actionsText(session) : `Nearest: ${near}. ? tells all.`;
  return `"${line.slice(0, 60)}" is not a move here. ${help}`;
}

/** A bet is placed before the first move. */
function takeBet(line: string, { session, io }: Table): boolean {
  const n = /^bet ([1-4])$/.exec(line)?.[1];
  const offer = session.level.story.bet?.choices[Number(n ?? 0) - 1];
  if (offer === undefined || session.observe().tick > 0 || session.evening().n > 1) return false;
  session.aside({ kind: "bet", choice: Number(n) - 1 });
  io.out(`Your bet: ${offer}.`);
  return true;
}

/** One evening. False when the player, or the input, stopped before its end. */
async function playEvening(table: Table): Promise<boolean> {
  const { cast, session, io } = table;
  // It is over, and was told: what is left to tell is what was true.
  if (session.observe().ended !== null) return true;
  let last = report(cast, session.heard(), 0, session);
  io.out(`${last}\n${goalsText(session)}\n${actionsText(session)}`);
  while (session.observe().ended === null) {
    const typed = await io.read();
    if (typed === null) return false;
    const line = typed.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (line === "q") {
      io.out(saved);
      return false;
    }
    const told = answer(line, table, last);
    if (told !== null) io.out(told);
    if (told !== null || takeBet(line, table)) continue;
    const meant = await meantBy(line, table);
    if (meant === "done") continue;
    if (meant === "unknown") {
      io.out(unknownText(line, table));
      continue;
    }
    const from = session.observe().tick;
    const before = session.problem();
    const events = session.play(meant);
    const near = events.some(({ kind }) => kind === "refused") ? nearest(line, session) : null;
    last = report(cast, events, from, session) + (near === null ? "" : ` Nearest: ${near}.`);
    const problem = session.problem();
    if (problem !== null && problem !== before) io.warn(problem);
    io.out(last);
  }
  return true;
}

/** The bet, where the level offers one and nothing was played yet. */
function betText({ session }: Table): string | null {
  const offer = session.level.story.bet;
  const placed = session.asides().some((note) => note.kind === "bet");
  const { tick, ended } = session.observe();
  const begun = session.evening().n > 1 || tick > 0 || ended !== null;
  if (offer === null || placed || begun) return null;
  const choices = offer.choices.map((choice, i) => `bet ${i + 1} ${choice}`).join("; ");
  return `A bet, if you like: ${offer.ask} ${choices}.`;
}

const slowText = "This one is slow to open up. H gives a hint, in three steps.";

/** Plays a game to its end, or as far as the input goes. */
export async function playLinear(table: Table): Promise<Left> {
  const { cast, session, io } = table;
  const problem = session.problem();
  if (problem !== null) io.warn(problem);
  io.out(briefText(cast, session.seed.slice(3)));
  const { tick, ended } = session.observe();
  if (tick > 0 && ended === null) io.out(`You go on where you left it, at tick ${tick}.`);
  if (session.rehearsal) io.out("A rehearsal: it earns no stars.");
  if (table.offer && cast.level.story.hints.length > 0) io.out(slowText);
  const bet = betText(table);
  if (bet !== null) io.out(bet);
  for (;;) {
    const { n, of } = session.evening();
    if (of > 1) io.out(`Evening ${n} of ${of}.`);
    if (!(await playEvening(table))) return "put away";
    io.out(`${goalsText(session)}\n${debriefText(cast, session)}`);
    if (n === of) break;
    const next = await table.between();
    if (next === "away") io.out(saved);
    if (next === "away") return "put away";
    if (next !== "on") return next;
    session.next();
  }
  io.out(endingText(cast, session));
  return "ended";
}
