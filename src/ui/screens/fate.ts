/** What became of a message, once the fog has lifted. */
import type { Event, Key, Secret, Tick } from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import type { Message } from "./inspect.ts";

type Put = Extract<Secret, { readonly kind: "put" }>;
const puts = (secrets: readonly Secret[]): readonly Put[] =>
  secrets.flatMap((secret) => (secret.kind === "put" ? [secret] : []));

const listed = (ticks: readonly Tick[]): string => ticks.map((tick) => `t${tick}`).join(", ");

/** Sentences; of what has been said about a key, those about its reading and its answers hold for all its sends. */
export function fateOf(
  cast: Cast,
  secrets: readonly Secret[],
  events: readonly Event[],
  message: Message,
): readonly string[] {
  const { name } = cast.voice;
  if (message.kind === "heard") {
    const put = puts(secrets).find(
      ({ way, due, key }) => way === "in" && due === message.tick && key === message.key,
    );
    return put === undefined ? [] : [`It left ${name} at t${put.tick}.`];
  }
  const { key, attempt, ack } = message;
  const put = puts(secrets).find(
    (one) => one.way === "out" && one.key === key && one.attempt === attempt,
  );
  if (put === undefined) return [];
  return [...arrival(put, secrets, name), ...reading(key, ack, secrets, events, name)];
}

function arrival(
  { tick, slot, due }: Put,
  secrets: readonly Secret[],
  name: string,
): readonly string[] {
  if (due === null) return ["This one was lost on the way."];
  const dropped = secrets.some(
    (s) => s.kind === "dropped" && s.put.tick === tick && s.put.slot === slot,
  );
  return [`This one reached ${name} at t${due}${dropped ? ", and was not kept" : ""}.`];
}

function reading(
  key: Key,
  ack: boolean,
  secrets: readonly Secret[],
  events: readonly Event[],
  name: string,
): readonly string[] {
  const read = secrets.flatMap((s) => (s.kind === "read" && s.key === key ? [s.tick] : []));
  const answers = puts(secrets).filter((put) => put.way === "in" && put.key === key);
  const heard = new Set(
    events.flatMap((e) => (e.kind === "heard" && e.key === key ? [e.tick] : [])),
  );
  const each = answers.map(({ tick, due }) => {
    if (due === null) return `t${tick}, lost`;
    return heard.has(due) ? `t${tick}, heard t${due}` : `t${tick}, too late to be heard`;
  });
  // What only counts on arrival is not read; that something which wanted an answer was not is worth a word.
  const unread = ack && answers.length === 0 ? [`${name} never read ${key}.`] : [];
  return [
    ...(read.length > 0 ? [`${name} read ${key} at ${listed(read)}.`] : unread),
    ...(each.length > 0 ? [`Answered at ${each.join("; at ")}.`] : []),
    ...(read.length > 0 && ack && each.length === 0 ? ["It was not answered."] : []),
  ];
}
