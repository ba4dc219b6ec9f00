/** An evening from the partner's seat: what reached them, what they wrote, how full they were; you are the fog. */
import type { Event, Key, Observation, Secret, Tick } from "../../session/index.ts";
import { plural, titleOf } from "../cast.ts";
import { type Scene, sceneOf, seatCrossings } from "../diagram/index.ts";
import { notes, type Truth } from "../diagram/truth.ts";
import { partsIn } from "../forces/index.ts";
import { barOf, line } from "../forces/part.ts";
import { blank, paragraph, type Row, row } from "../row.ts";
import type { Look } from "../theme.ts";
import { type Cast, replyText, type Said, sentText } from "../words.ts";
import { heading } from "./frame.ts";

/** An evening up to a tick, once it is over. */
export type Seat = {
  readonly cast: Cast;
  readonly events: readonly Event[];
  /** Those of the whole evening, for the words of what was still on its way. */
  readonly all: readonly Event[];
  readonly truth: Truth;
  readonly tick: Tick;
  readonly open: Observation;
};

/** The diagram's scene with the lanes changed over. */
export function seatScene({ cast, events, truth, open }: Seat): Scene {
  const days = events.filter(({ kind }) => kind === "dawn");
  const scene = sceneOf(cast, open, days, truth.secrets);
  return { ...scene, lines: seatCrossings(scene) };
}

/** What of an evening they could know: not what never reached them, nor what became of their own words. */
export const seatSecrets = (secrets: readonly Secret[]): readonly Secret[] =>
  secrets.filter(({ kind }) => kind !== "put" && kind !== "dropped");

/** What befell them in a tick, as far as they know of it. */
export const seatNotes = ({ cast, truth, tick }: Seat): readonly string[] =>
  notes(cast, seatSecrets(truth.secrets), tick);

const lastOf = (ticks: readonly Tick[]): string => {
  const last = ticks.at(-1);
  return last === undefined ? "" : `, last t${last}`;
};

/** Keys of yours that never came, and those you still wait for: what they could not know. */
function unknownTo({ truth, tick, open }: Seat): readonly string[] {
  const { secrets } = truth;
  const reached = new Set(secrets.flatMap((s) => (s.kind === "reached" ? [s.key] : [])));
  const gone = secrets.flatMap((s) => {
    const lost = s.kind === "put" && s.way === "out" && s.due === null;
    return (lost || s.kind === "dropped") && s.key !== null && !reached.has(s.key) ? [s.key] : [];
  });
  const waits = open.sent
    .filter(({ ack, answered }) => ack && answered === null)
    .map(({ key, first }) => `${key} (${tick - first}t)`);
  return [
    ...(gone.length > 0 ? [`${[...new Set(gone)].join(", ")} never came`] : []),
    ...(waits.length > 0 ? [`they wait on ${waits.slice(-3).join(", ")}`] : []),
  ];
}

/** As many of the things they hold as a narrow window has rows for. */
const most = 6;

/** What their instruments say: how full they are, name by name, then what they heard and wrote. */
function instruments({ cast, truth, tick }: Seat) {
  const now = truth.moments.findLast(({ open }) => open.tick <= tick);
  const came = truth.secrets.filter(({ kind }) => kind === "reached").map((s) => s.tick);
  const wrote = truth.secrets.filter(
    (s) => s.kind === "put" && s.way === "in" && s.what !== "beat",
  );
  return {
    tracks: now?.tracks ?? [],
    holds: (now?.tracks ?? [])
      .flatMap(({ holds = [] }) => holds.slice(-most))
      .flatMap((held) => {
        const text = partsIn(cast.level).map((part) => part.held?.(held, cast) ?? null);
        const known = text.find((one) => one !== null);
        return known === undefined ? [] : [[titleOf(cast, held.about), known] as const];
      }),
    heard: `heard ${came.length}${lastOf(came)}`,
    wrote: `wrote ${wrote.length}${lastOf(wrote.map((s) => s.tick))}`,
    quiet: tick - (came.at(-1) ?? 0),
  };
}

const percent = (at: number): number => Math.round(at * 100);

/** Their instruments; then, as fog, what was beyond them. */
export function seatPanel(seat: Seat, columns: number, look: Look): readonly Row[] {
  const { tracks, holds, heard, wrote, quiet } = instruments(seat);
  const beyond = unknownTo(seat).flatMap((text) => paragraph(text, columns, "fog"));
  return [
    heading(`${seat.cast.voice.name.toUpperCase()}, NOW YOU`),
    ...tracks.map(({ name, at }) => row(`${name} ${barOf(at, 8, look)} ${percent(at)}%`, "them")),
    ...holds.map(([title, text]) => line(title, text, "them", columns, "them")),
    row(heard),
    row(wrote),
    row(`quiet from them ${quiet}t`, "dim"),
    ...(beyond.length > 0 ? [blank, row("BEYOND THE FOG", "fog"), ...beyond] : []),
  ];
}

/** The same in sentences. */
export function seatSentences(seat: Seat): readonly string[] {
  const { tracks, holds, heard, wrote, quiet } = instruments(seat);
  const beyond = unknownTo(seat);
  return [
    [...tracks.map(({ name, at }) => `${name} ${percent(at)} percent`), heard, wrote].join("; ") +
      ".",
    ...(holds.length > 0
      ? [`${seat.cast.voice.name} holds ${holds.map((held) => held.join(" ")).join("; ")}.`]
      : []),
    `Quiet from them for ${plural(quiet, "tick")}.`,
    ...(beyond.length > 0 ? [`Beyond the fog: ${beyond.join("; ")}.`] : []),
  ];
}

type Put = Extract<Secret, { readonly kind: "put" }>;

/** What they wrote: in its words where it arrived; what was lost said nothing that anybody kept. */
function wroteText({ cast, all }: Seat, { key, due, what }: Put, first: boolean): string {
  // A beat may arrive in the same tick, and bears no key either.
  const heard = all.find(
    (e) => e.kind === "heard" && e.tick === due && e.key === key && e.what === what,
  );
  if (heard?.kind !== "heard") return key === null ? "a word of your own" : `an answer to ${key}`;
  const sent = all.find((e) => e.kind === "sent" && e.key === key);
  return replyText(cast, sent?.kind === "sent" ? sent.about : heard.about, heard, first);
}

/** The chat as they had it: your words as they reached them, their own as they wrote them. */
export function seatChat(seat: Seat): readonly Said[] {
  const { cast, all, truth } = seat;
  const told = new Set<Key>();
  return truth.secrets.flatMap((secret): readonly Said[] => {
    const { kind, tick } = secret;
    if (kind === "reached") {
      const { key, put } = secret;
      const sent = all.find((e) => e.kind === "sent" && e.key === key && e.tick === put.tick);
      if (sent?.kind !== "sent") return [];
      return [{ tick, who: "them", name: "they", text: sentText(cast, sent), note: "" }];
    }
    if (kind !== "put" || secret.way === "out" || secret.what === "beat") return [];
    const { key } = secret;
    const text = wroteText(seat, secret, key === null || !told.has(key));
    if (key !== null) told.add(key);
    return [{ tick, who: "you", name: `you (${cast.voice.name})`, text, note: "" }];
  });
}
