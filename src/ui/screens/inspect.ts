/** One message looked at closely: what was said in it, and all that may be claimed of its way. */
import type { Event, Key, Secret, Tick } from "../../session/index.ts";
import { plural, titleOf } from "../cast.ts";
import { attemptLabel, type Claim, claims } from "../diagram/claims.ts";
import { sceneOf } from "../diagram/index.ts";
import type { Known } from "../forces/part.ts";
import { indent, paragraph, type Row, row } from "../row.ts";
import { chat } from "../words.ts";
import { fateOf } from "./fate.ts";

type Sent = Extract<Event, { readonly kind: "sent" }>;
type Heard = Extract<Event, { readonly kind: "heard" }>;
export type Message = Sent | Heard;

/** Every message on the diagram, in the order of time; beats have a strip of their own. */
export const messagesIn = (events: readonly Event[]): readonly Message[] =>
  events.flatMap((event) =>
    event.kind === "sent" || (event.kind === "heard" && event.what !== "beat") ? [event] : [],
  );

/** "a1.2" or "b3". */
export const labelOf = (message: Message): string =>
  message.kind === "sent" ? attemptLabel(message.key, message.attempt) : `b${message.n}`;

export type Inspected = {
  readonly who: "you" | "them";
  readonly title: string;
  readonly words: string;
  /** Sentences. */
  readonly facts: readonly string[];
};

const listed = (ticks: readonly Tick[]): string => ticks.map((tick) => `t${tick}`).join(", ");

const sendsOf = (events: readonly Event[], key: Key): readonly Tick[] =>
  events.flatMap((e) => (e.kind === "sent" && e.key === key ? [e.tick] : []));
const answersTo = (events: readonly Event[], key: Key): readonly Heard[] =>
  events.flatMap((e) => (e.kind === "heard" && e.key === key ? [e] : []));

/** Once the fog has lifted, `secrets` tell what became of it; until then only claims can be made. */
export function inspect(
  known: Known,
  message: Message,
  secrets: readonly Secret[] | null = null,
): Inspected {
  const { cast, events } = known;
  const until = events.slice(0, events.indexOf(message) + 1);
  const words = chat(cast, until).at(-1)?.text ?? "";
  const label = labelOf(message);
  const fate = secrets === null ? null : fateOf(cast, secrets, events, message);
  if (message.kind === "heard") {
    const facts = [...answering(events, message), ...(fate ?? [leftBy(known, message)])];
    return { who: "them", title: `${label}, at t${message.tick}`, words, facts };
  }
  const title = `${label}, ${titleOf(cast, message.about)}, at t${message.tick}`;
  const facts = [...sending(events, message), ...(fate ?? sentClaims(known, message))];
  return { who: "you", title, words, facts };
}

/** What it answers, and how long after. */
function answering(events: readonly Event[], { key, tick }: Heard): readonly string[] {
  if (key === null) return ["It answers nothing: it was written unasked."];
  const [first = tick, ...more] = sendsOf(events, key).filter((sent) => sent < tick);
  const last = more.at(-1);
  const since = last === undefined ? "" : `, ${tick - last} after it was last sent`;
  return [`It answers ${key}, ${plural(tick - first, "tick")} after that was first sent${since}.`];
}

function leftBy({ cast, open, events }: Known, { tick }: Heard): string {
  const [, back] = sceneOf(cast, open, events).legs;
  return `It left ${cast.voice.name} at t${tick - back} at the latest.`;
}

/** When it was sent, and whether it was let go. */
function sending(events: readonly Event[], { key }: Sent): readonly string[] {
  const sends = sendsOf(events, key);
  const gone = events.find((event) => event.kind === "let go" && event.key === key);
  return [
    ...(sends.length > 1 ? [`Sent ${sends.length} times: ${listed(sends)}.`] : []),
    ...(gone === undefined ? [] : [`You stopped waiting at t${gone.tick}.`]),
  ];
}

function sentClaims(known: Known, { key, attempt, tick, ack }: Sent): readonly string[] {
  const { cast, open, events } = known;
  const scene = sceneOf(cast, open, events);
  const claim = claims(scene).get(attemptLabel(key, attempt)) ?? { certainty: "sent" };
  const told = claimed(claim, answersTo(events, key), scene.legs[1]);
  if (told !== null) return [told];
  if (!ack) return ["No answer was asked for, so nothing says whether it landed."];
  return [age(open.tick - tick, open.usual)];
}

/** What the answers say of a send; null where there are none. */
function claimed(claim: Claim, answers: readonly Heard[], back: Tick): string | null {
  const [first] = answers;
  if (first === undefined) return null;
  if (claim.certainty === "sure") {
    const [from, to] = claim.within;
    const by = answers.find((answer) => answer.tick - back === to) ?? first;
    const when = from === to ? `at t${to}` : `between t${from} and t${to}`;
    return `It landed ${when}: b${by.n} says so.`;
  }
  if (claim.certainty === "maybe")
    return `One of ${claim.of} sends landed by t${claim.by}, as b${first.n} says; it cannot say which.`;
  return `b${first.n} answers what was sent before this. Whether this landed too, it cannot say.`;
}

function age(ticks: Tick, usual: Tick): string {
  const out = `It has been out for ${plural(ticks, "tick")}; an answer usually takes ${usual}.`;
  if (ticks <= usual) return out;
  return `${out} It may be lost, or unread, or its answer lost: from here these look the same.`;
}

export function inspectRows(
  { who, title, words, facts }: Inspected,
  columns: number,
): readonly Row[] {
  const wide = columns - 3;
  return [
    row(` ${title}`, "strong"),
    ...paragraph(`"${words}"`, wide, who).map((line) => indent(line, 2)),
    ...paragraph(facts.join(" "), wide).map((line) => indent(line, 2)),
  ];
}
