/** The same game as append-only text: for ears, for pipes, and for terminals that can do no more. */
import {
  type Event,
  formatIntent,
  type Intent,
  type Move,
  parseIntent,
  type Session,
} from "../session/index.ts";
import { type Cast, plural, titleOf } from "./cast.ts";
import { notes } from "./diagram/truth.ts";
import { factOf, partsIn, termsText } from "./forces/index.ts";
import { panelSentences } from "./screens/panel.ts";
import { replyText, sentText, tell } from "./words.ts";

export type LinearIo = {
  readonly out: (text: string) => void;
  /** The next line that was typed, or null at the end of input. */
  readonly read: () => Promise<string | null>;
  /** Whether somebody sits there: then there is a prompt, and questions are repeated. */
  readonly prompt: boolean;
};

/** What an event adds to what you know, as a sentence; null where `tell` has said it. */
function fact(cast: Cast, event: Event, session: Session): string | null {
  if (event.kind === "heard" && event.what === "beat") return null;
  if (event.kind === "heard") {
    const about = session.observe().sent.find((s) => s.key === event.key)?.about ?? event.about;
    const earlier = session
      .heard()
      .some((e) => e.kind === "heard" && e.key === event.key && e.n < event.n);
    const whom = event.key === null ? "" : `, to ${event.key}`;
    const first = event.key === null || !earlier;
    return `${cast.voice.name}${whom}: ${replyText(cast, about, event, first)}`;
  }
  if (event.kind === "sent") {
    return `You, ${event.key}${event.attempt > 1 ? " again" : ""}: ${sentText(cast, event)}`;
  }
  for (const { adds } of partsIn(cast.level)) {
    const added = adds?.(event, cast) ?? null;
    if (added !== null) return added;
  }
  return null;
}

/** What happened, then where you are: new facts only. */
export function report(
  cast: Cast,
  events: readonly Event[],
  from: number,
  session: Session,
): string {
  const open = session.observe();
  const said = events.flatMap((event) => fact(cast, event, session) ?? []);
  // A line of its own has no end: nothing of it may get lost.
  const line = tell(cast, events, from, open, Number.POSITIVE_INFINITY);
  return [`Tick ${open.tick}. ${line}`.trim(), ...said].join("\n");
}

/** Every open wait, in words. */
export function waitsText(cast: Cast, session: Session): string {
  const open = session.observe();
  const waiting = open.sent.filter((s) => session.waiting().includes(s.key));
  if (waiting.length === 0) return "Open waits: none.";
  const each = waiting.map((s) => {
    const gaps = session
      .heard()
      .flatMap((e) => (e.kind === "sent" && e.key === s.key ? [e.tick] : []))
      .map((tick, i, all) => (i === 0 ? 0 : tick - (all[i - 1] ?? tick)))
      .slice(1);
    const repeats =
      gaps.length > 0 ? `, ${plural(s.attempts, "send")}, gaps ${gaps.join(" ")}` : "";
    return `${s.key}, ${titleOf(cast, s.about)}: out ${plural(open.tick - s.first, "tick")}${repeats}.`;
  });
  return `Open waits, ${waiting.length}. ${each.join(" ")} Usual round trip ${open.usual}.`;
}

/** Your side of the board, in sentences. */
export const sideText = (cast: Cast, session: Session): string =>
  panelSentences({ cast, open: session.observe(), events: session.heard() }).join("\n");

const goalWords = { met: "met", broken: "broken", unknown: "not yet known" } as const;

export const goalsText = (session: Session): string =>
  `Goals: ${session
    .goals()
    .map(({ text, state }) => `${text}, ${goalWords[state]}`)
    .join("; ")}.`;

const moveText = (move: Move): string => (move.kind === "wait" ? "wait 3" : formatIntent(move));

export function actionsText(session: Session): string {
  const moves = session.legal().map(moveText);
  return `Actions: ${moves.join(", ")}. Also: ? actions, ?o open waits, ?s your side, ?g goals, ?r repeat, ?h hint, ?b brief, q quit.`;
}

export function briefText({ level }: Cast, seed: string): string {
  const { story } = level;
  return [
    `${story.title} (${level.id.replace(".", ", tier ")}), seed ${seed}.`,
    story.brief,
    `You cannot see ${story.hidden}. One tick is ${story.tick}.`,
    `Contains: ${story.contains}. You can leave at any time.`,
  ].join("\n");
}

/** The debrief in words, tick by tick. */
export function debriefText(cast: Cast, session: Session): string {
  const debrief = session.debrief();
  if (debrief === null) return "";
  const ticks = [...new Set(debrief.secrets.map((s) => s.tick))].sort((a, b) => a - b);
  const track = ticks.flatMap((tick) => {
    const text = notes(cast, debrief.secrets, tick).join("; ");
    const tracks = debrief.moments.findLast((m) => m.open.tick <= tick)?.tracks ?? [];
    const felt = tracks
      .map(
        ({ name, at }) =>
          ` ${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${Math.round(100 * at)} %.`,
      )
      .join("");
    return text === "" ? [] : [`t${tick}: ${text}.${felt}`];
  });
  const card = debrief.facts.flatMap((f) => {
    const par = debrief.par?.facts.find((p) => p.code === f.code) ?? null;
    return factOf(f, cast, par).map((text) => `${f.line}: ${text}`);
  });
  const par = debrief.par === null ? "" : `, par ${Math.round(debrief.par.outcome)}`;
  const made = termsText(debrief.terms);
  const of = made === "" ? "" : ` (${made})`;
  const score =
    debrief.outcome === null ? [] : [`Outcome ${Math.round(debrief.outcome)}${of}${par}.`];
  return ["What was true:", cast.level.story.debrief.truth, ...track, ...card, ...score].join("\n");
}

/** What the whole game came to, and what it means. */
export function endingText({ level }: Cast, session: Session): string {
  const result = session.result();
  if (result === null) return "";
  const { systems, relationships, reading } = level.story.debrief;
  const stars = result.stars === null ? [] : [`Stars: ${result.stars} of 3.`];
  return [
    ...stars,
    `${level.story.pattern}.`,
    `In your systems: ${systems}`,
    `In your relationships: ${relationships}`,
    `Further reading: ${reading.join("; ")}.`,
  ].join("\n");
}

/** The board's own letters work here too; "s" and "r" take what they are about. */
function intentOf(line: string, session: Session): Intent | null {
  const [letter = "", ...rest] = line.split(/\s+/);
  const word = rest.join(" ");
  const moves = session.legal();
  const only = (kind: Move["kind"]): Intent | null => {
    const fitting = moves.filter((move) => move.kind === kind && move.kind !== "wait");
    const topicOf = (m: Move): string =>
      "key" in m ? (session.observe().sent.find((s) => s.key === m.key)?.about ?? "") : "";
    const named = fitting.filter(
      (m) => word === "" || moveText(m).split(" ").includes(word) || topicOf(m) === word,
    );
    const [move] = named;
    return named.length === 1 && move !== undefined && move.kind !== "wait" ? move : null;
  };
  if (letter === "s") return only("send");
  if (letter === "r") return only("repeat");
  if (letter === "L") return only("let go");
  if (letter === "w") return word === "" ? { kind: "wait for news" } : parseIntent(`wait ${word}`);
  if (letter === "X") return { kind: "leave" };
  if (/^[1-9]$/.test(line)) return { kind: "wait", ticks: Number(line) };
  return parseIntent(line);
}

type Told = { readonly text: string; readonly done: boolean };

/** What a line asks for that is not a move; null for a move. */
function query(line: string, cast: Cast, session: Session, last: string): Told | null {
  const say = (text: string): Told => ({ text, done: false });
  switch (line) {
    case "q":
      return { text: "Saved. Until later.", done: true };
    case "?":
      return say(actionsText(session));
    case "?o":
      return say(waitsText(cast, session));
    case "?s":
      return say(sideText(cast, session));
    case "?g":
      return say(goalsText(session));
    case "?b":
      return say(briefText(cast, session.seed.slice(3)));
    case "?r":
      return say(last);
    case "?h":
      return say(nextHint(cast, session));
    default:
      return null;
  }
}

function nextHint({ level }: Cast, session: Session): string {
  const shown = session.asides().filter((note) => note.kind === "hint").length;
  const step = Math.min(3, shown + 1);
  const text = level.story.hints[step - 1];
  if (text === undefined) return "This level has no hints.";
  if (step > shown) session.aside({ kind: "hint", step });
  return `Hint ${step} of 3. ${text}`;
}

/** One evening. False when the player, or the input, stopped before its end. */
async function playEvening(cast: Cast, session: Session, io: LinearIo): Promise<boolean> {
  let last = report(cast, session.heard(), 0, session);
  io.out(`${last}\n${goalsText(session)}\n${actionsText(session)}`);
  while (session.observe().ended === null) {
    const typed = await io.read();
    if (typed === null) return false;
    const line = typed.trim();
    if (line === "" || line.startsWith("#")) continue;
    const told = query(line, cast, session, last);
    if (told !== null) {
      io.out(told.text);
      if (told.done) return false;
      continue;
    }
    const intent = intentOf(line, session);
    if (intent === null) {
      io.out(`"${line.slice(0, 60)}" is not a move here. ${actionsText(session)}`);
      continue;
    }
    const from = session.observe().tick;
    const events = session.play(intent);
    last = report(cast, events, from, session);
    io.out(last);
  }
  return true;
}

/** Plays a game to its end, or as far as the input goes. Returns whether it came to its end. */
export async function playLinear(cast: Cast, session: Session, io: LinearIo): Promise<boolean> {
  io.out(briefText(cast, session.seed.slice(3)));
  for (;;) {
    const { n, of } = session.evening();
    if (of > 1) io.out(`Evening ${n} of ${of}.`);
    if (!(await playEvening(cast, session, io))) return false;
    io.out(debriefText(cast, session));
    if (!session.next()) break;
  }
  io.out(endingText(cast, session));
  return true;
}
