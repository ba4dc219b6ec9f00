/** What can be asked without a move: each answer a few short sentences. */
import type { Secret, Session } from "../../session/index.ts";
import { possible, useless } from "../acts.ts";
import { type Cast, idText, plural, titleOf } from "../cast.ts";
import { attemptLabel, type Claim, claims } from "../diagram/claims.ts";
import { sceneOf } from "../diagram/index.ts";
import { modes } from "../forces/modes.ts";
import type { Known } from "../forces/part.ts";
import { nothingYet } from "../inspecting.ts";
import { bindings } from "../keys.ts";
import { orderText } from "../orders.ts";
import { timers } from "../screens/board.ts";
import { roundsText } from "../screens/brief.ts";
import { inspect, labelOf, messagesIn } from "../screens/inspect.ts";
import { panelSentences } from "../screens/panel.ts";
import { chat } from "../words.ts";
import { moveText } from "./moves.ts";

/** Every open wait, in words. */
export function waitsText(
  cast: Cast,
  { observe, heard, waiting: keys }: Pick<Session, "observe" | "heard" | "waiting">,
): string {
  const open = observe();
  const waiting = open.sent.filter((s) => keys().includes(s.key));
  if (waiting.length === 0) return "Open waits: none.";
  const each = waiting.map((s) => {
    const gaps = heard()
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
  [
    ...panelSentences({ cast, open: session.observe(), events: session.heard() }),
    ...standingText(session),
  ].join("\n") || "Nothing is counted here.";

const goalWords = { met: "met", broken: "broken", unknown: "not yet known" } as const;

export const goalsText = (session: Session): string =>
  `Goals: ${session
    .goals()
    .map(({ text, state }) => `${text}, ${goalWords[state]}`)
    .join("; ")}.`;

export function actionsText(session: Session): string {
  const texts = session
    .legal()
    .map((move) => (move.kind === "leave" ? "leave, which ends it" : moveText(move)));
  return `Actions: ${texts.join(", ")}. ?k tells the letters and the queries.`;
}

export function briefText({ level }: Cast, seed: string): string {
  const { story } = level;
  return [
    `${story.title} (${idText(level.id)}), seed ${seed}.`,
    story.brief,
    `You cannot see ${story.hidden}. One tick is ${story.tick}.${roundsText(level)}`,
    `Contains: ${story.contains}. You can leave at any time.`,
  ].join("\n");
}

/** The board's letters that do something now, and what can be asked. */
export function keysText(session: Session, habits: readonly string[]): string {
  const unused = useless(session.laws(), session.level, habits);
  const standing = (["limit", "order", "hint"] as const).filter((one) => !unused.includes(one));
  const letters = [...possible(session.legal()), ...standing, "brief", "leave", "quit"] as const;
  const each = letters.map(
    (name) => `${bindings.board[name].keys[0]} ${bindings.board[name].help}`,
  );
  return [
    `Letters: ${each.join("; ")}; w wait for news; 1 to 9 wait so many ticks. A word after a letter chooses.`,
    "Queries: ? actions; ?e energy; ?o open waits; ?d what was sent, and timers; I a1 one message closely; ?s your side; ?g goals; ?b brief; ?l the log, ?l 9 more of it; ?r repeat; ?h a hint; ?k this.",
  ].join("\n");
}

/** Energy, the mode where there are modes, and what is left standing. */
export function energyText(cast: Cast, session: Session): string {
  const open = session.observe();
  const known = { cast, open, events: session.heard() };
  const said = panelSentences(known);
  const mode = open.forces.modes === undefined ? [] : (modes.sentences?.(known).slice(0, 1) ?? []);
  const energy = open.energy === null ? "Energy is not counted here." : (said[0] ?? "");
  return [energy, ...mode].join(" ");
}

/** The limit that new asks take, and the standing orders; empty where there are none. */
function standingText(session: Session): readonly string[] {
  const limit = session.limit();
  const orders = session.orders().map(orderText).join("; ");
  return [
    ...(limit === null ? [] : [`New asks are let go after ${plural(limit, "tick")}.`]),
    ...(orders === "" ? [] : [`Order: ${orders}.`]),
  ];
}

function claimText(claim: Claim): string {
  if (claim.certainty === "maybe") return `, 1 of ${claim.of} that landed by tick ${claim.by}`;
  if (claim.certainty !== "sure") return "";
  const [from, to] = claim.within;
  return from === to ? `, landed at tick ${to}` : `, landed between ticks ${from} and ${to}`;
}

/** What the diagram claims of the last messages, and the timers ahead. */
export function diagramText(cast: Cast, session: Session): string {
  const [open, events] = [session.observe(), session.heard()];
  const claimed = claims(sceneOf(cast, open, events));
  const sent = events.flatMap((e) => (e.kind === "sent" ? [e] : [])).slice(-9);
  const each = sent.map(({ key, attempt, tick }) => {
    const label = attempt === 1 ? key : `${key} again, ${attempt}`;
    const claim = claimed.get(attemptLabel(key, attempt));
    return `${label}, sent at tick ${tick}${claim ? claimText(claim) : ""}.`;
  });
  const ahead = timers({ cast, open, events, waiting: session.waiting() }).map(
    ({ tick, text }) => `Ahead at tick ${tick}: ${text}.`,
  );
  return [...each, ...ahead].join(" ") || "Nothing was sent yet.";
}

/** One message looked at closely; which there are, where none is named, or none of that name. */
export function messageText(
  known: Known,
  name: string,
  secrets: readonly Secret[] | null = null,
): string {
  const messages = messagesIn(known.events);
  if (messages.length === 0) return nothingYet;
  const message = messages.find((one) => labelOf(one) === name);
  if (message === undefined)
    return `Which one? I a1 tells of a1. There ${messages.length > 1 ? "are" : "is"} ${messages.map(labelOf).join(", ")}.`;
  const { title, words, facts } = inspect(known, message, secrets);
  return `${title}. "${words}" ${facts.join(" ")}`;
}

/** The last things said, oldest first. */
export function logText(cast: Cast, session: Session, n: number): string {
  const said = chat(cast, session.heard()).slice(-n);
  if (said.length === 0) return "Nothing was said yet.";
  return said
    .map(({ tick, name, text, note }) => {
      const who = name === "" ? "" : `${name}: `;
      return `Tick ${tick}. ${who}${text}${note === "" ? "" : ` (${note})`}`;
    })
    .join("\n");
}

/** The next hint; asked for again, the one after it. */
export function nextHint({ level }: Cast, session: Session): string {
  const shown = session.asides().filter((note) => note.kind === "hint").length;
  const step = Math.min(3, shown + 1);
  const text = level.story.hints[step - 1];
  if (text === undefined) return "This level has no hints.";
  if (step > shown) session.aside({ kind: "hint", step });
  return `Hint ${step} of 3. ${text}`;
}
