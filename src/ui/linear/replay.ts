/** A saved game, walked through in lines: by tick, event or mark, with the fog on or off, from either seat; and taken over. */
import type { Replay, Scene, Session, Tick } from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import { notes } from "../diagram/truth.ts";
import { takenText } from "../origin.ts";
import { markFrom, marksOf, trackText } from "../screens/marks.ts";
import { panelSentences } from "../screens/panel.ts";
import { verifiedText } from "../screens/replay.ts";
import { type Seat, seatChat, seatNotes, seatSentences } from "../screens/seats.ts";
import type { Shelf, Watched } from "../shelf.ts";
import { isPlain, otherQuestion, otherWays, whyNotOver } from "../taking.ts";
import { lookOf } from "../theme.ts";
import { choose, type LinearIo } from "./io.ts";
import { waitsText } from "./queries.ts";
import { type Lines, lettersOf, nextLine, speak, strange } from "./spoken.ts";
import { report } from "./telling.ts";

type Place = {
  readonly evening: number;
  readonly tick: number;
  readonly fog: boolean;
  readonly seat: boolean;
};

/** What a line comes to: another place, a sentence, the game taken over, or the end of watching. */
type Step = Partial<Place> | string | Session | false;

type Watching = {
  readonly cast: Cast;
  readonly watched: Watched;
  readonly io: LinearIo;
  /** The tick to begin at, of the first evening; the nearest that there is. */
  readonly start?: Tick;
  /** What is watched, where that is no game of the player's. */
  readonly title?: string;
  /** Where a game can be taken over. */
  readonly shelf: Pick<Shelf, "fork">;
};

const help = (): string =>
  `${lettersOf("replay", ["slower", "faster"])}; ?s your side; ?o open waits; ?r repeat.`;

/** Only where a mark stands matters here, not how it is drawn. */
const { glyphs } = lookOf({ ascii: true, colour: false });

/** What there is to see at a tick, and how many events came with it. */
function seen({ at }: Replay, { evening, tick }: Place): { scene: Scene; from: number } {
  const from = tick === 0 ? 0 : at(evening, tick - 1).events.length;
  return { scene: at(evening, tick), from };
}

const eveningOf = (replay: Replay, { evening }: Place) => replay.evenings[evening - 1];
const lastOf = (replay: Replay, place: Place): number => eveningOf(replay, place)?.last ?? 0;
const truthOf = (replay: Replay, place: Place) =>
  place.fog && !place.seat ? null : (eveningOf(replay, place)?.secrets ?? null);

function seatAt(cast: Cast, replay: Replay, place: Place): Seat {
  const { scene } = seen(replay, place);
  const evening = eveningOf(replay, place);
  const truth = { cast, secrets: scene.secrets ?? [], moments: evening?.moments ?? [] };
  const { tick } = place;
  const { observation: open, events } = scene;
  return { cast, open, events, all: evening?.events ?? [], truth, tick };
}

/** What befell the partner at a tick, what reached them, and what they wrote. */
function seatText(seat: Seat): string {
  const said = seatChat(seat).filter(({ tick }) => tick === seat.tick);
  const felt = seatNotes(seat).join("; ");
  const line = felt === "" ? "" : `${felt}.`;
  return [
    `Tick ${seat.tick}. ${line}`.trim(),
    ...said.map(({ name, text }) => `${name}: ${text}`),
  ].join("\n");
}

function placeText(cast: Cast, replay: Replay, place: Place): string {
  if (place.seat) return seatText(seatAt(cast, replay, place));
  const { scene, from } = seen(replay, place);
  const told = report(cast, scene.events.slice(from), Math.max(0, place.tick - 1), {
    observe: () => scene.observation,
    heard: () => scene.events,
  });
  const truth = notes(cast, truthOf(replay, place) ?? [], place.tick);
  return truth.length === 0 ? told : `${told}\nIn truth: ${truth.join("; ")}.`;
}

const isQuiet = (cast: Cast, replay: Replay, place: Place): boolean => {
  const { scene, from } = seen(replay, place);
  const told = notes(cast, truthOf(replay, place) ?? [], place.tick);
  return scene.events.length === from && told.length === 0;
};

/** The nearest tick in a direction at which something happened; the last or first where none did. */
function eventFrom(cast: Cast, replay: Replay, place: Place, step: 1 | -1): number {
  const last = lastOf(replay, place);
  let tick = place.tick + step;
  while (tick > 0 && tick < last && isQuiet(cast, replay, { ...place, tick })) tick += step;
  return tick;
}

/** Every tick after this one and before another at which something happened. */
function textsBetween(cast: Cast, replay: Replay, place: Place, until: Tick): readonly string[] {
  const texts: string[] = [];
  for (let tick = place.tick + 1; tick < until; tick++) {
    const here = { ...place, tick };
    if (!isQuiet(cast, replay, here)) texts.push(placeText(cast, replay, here));
  }
  return texts;
}

/** From here to the end of the evening, every tick at which something happened. */
function restText(cast: Cast, replay: Replay, place: Place): string {
  const last = lastOf(replay, place);
  return [...textsBetween(cast, replay, place, last + 1), `Tick ${last} is the last.`].join("\n");
}

function sideText(cast: Cast, replay: Replay, place: Place): string {
  if (place.seat) return seatSentences(seatAt(cast, replay, place)).join("\n");
  const { observation: open, events } = seen(replay, place).scene;
  return panelSentences({ cast, open, events }).join("\n") || "Nothing is counted here.";
}

/** A tick that was asked for, or why there is none. */
function toTick(replay: Replay, place: Place, tick: number): Step {
  if (tick < 0) return "This is the start of the evening.";
  if (tick <= lastOf(replay, place)) return { tick };
  const ended = eveningOf(replay, place)?.ended ?? null;
  return `This is where the evening ${ended === null ? "was paused" : "ended"}.`;
}

/** What each letter does at a place. */
function linesAt(watching: Watching, place: Place): Lines<"replay", Step> {
  const { cast, io } = watching;
  const { replay } = watching.watched;
  const last = lastOf(replay, place);
  const by = (ticks: number) => (): Step => toTick(replay, place, place.tick + ticks);
  const event = (step: 1 | -1) => (): Step =>
    toTick(replay, place, eventFrom(cast, replay, place, step));
  const mark = (step: 1 | -1) => (): Step => {
    const marks = marksOf(eveningOf(replay, place)?.events ?? [], truthOf(replay, place), glyphs);
    const next = markFrom(marks, place.tick, step);
    return next === undefined ? "There is no mark further on." : { tick: next.tick };
  };
  const lifted = (change: Partial<Place>): Step =>
    eveningOf(replay, place)?.secrets ? change : "The fog lifts once this evening has ended.";
  const speed = (): Step => "Lines have no speed: space tells all the rest.";
  return {
    play: () => {
      io.out(restText(cast, replay, place));
      return { tick: last };
    },
    back1: by(-1),
    on1: by(1),
    back5: () => ({ tick: Math.max(0, place.tick - 5) }),
    on5: () => {
      const tick = Math.min(last, place.tick + 5);
      const passed = textsBetween(cast, replay, place, tick);
      if (passed.length > 0) io.out(passed.join("\n"));
      return { tick };
    },
    start: () => ({ tick: 0 }),
    tenth: (_, word) => ({ tick: Math.round((last * Number(word)) / 10) }),
    goTo: (rest) =>
      /^\d{1,5}$/.test(rest) && Number(rest) <= last
        ? { tick: Number(rest) }
        : `g 12 goes to tick 12; the last is ${last}.`,
    before: event(-1),
    after: event(1),
    markBefore: mark(-1),
    markAfter: mark(1),
    slower: speed,
    faster: speed,
    evening: () =>
      replay.evenings.length > 1
        ? { evening: (place.evening % replay.evenings.length) + 1, tick: 0 }
        : "There is one evening.",
    fog: () => lifted({ fog: !place.fog, seat: false }),
    seats: () => lifted({ seat: !place.seat }),
    fork: () => taken(watching, place, "here"),
    other: () => taken(watching, place, "other"),
    help,
    quit: () => false,
  };
}

/** The game of the player who takes over, or why not, in a sentence. */
async function taken(
  { cast, watched, io, shelf }: Watching,
  { evening, tick }: Place,
  where: "here" | "other",
): Promise<Session | string> {
  const why = whyNotOver(watched.replay, evening);
  if (why !== null) return why;
  const ways =
    where === "here"
      ? [{ text: "", tick }]
      : otherWays(watched.replay, { evening, tick }, cast.voice.name);
  const texts = ways.map(({ text }) => text);
  const chosen =
    where === "here" || isPlain(ways) ? 0 : await choose(io, otherQuestion(tick), texts);
  const way = ways[chosen ?? -1];
  if (way === undefined) return "On with watching.";
  const session = shelf.fork(watched, { evening, tick: way.tick }, way.seed);
  if ("refused" in session) return session.refused;
  if (session.origin !== null) io.out(takenText(session.origin));
  return session;
}

/** What was moved to, after what has changed beside the tick. */
function arrival(cast: Cast, replay: Replay, from: Place, to: Place): string {
  const text = placeText(cast, replay, to);
  if (from.evening !== to.evening)
    return `Evening ${to.evening} of ${replay.evenings.length}, ${lastOf(replay, to)} ticks.\n${text}`;
  if (from.seat !== to.seat) {
    const whose = to.seat ? `From ${cast.voice.name}'s seat: you are the fog.` : "Your own seat.";
    return `${whose}\n${text}`;
  }
  if (from.fog === to.fog) return text;
  const track = to.fog ? "" : trackText(eveningOf(replay, to)?.moments ?? [], lastOf(replay, to));
  return [`Fog ${to.fog ? "on" : "off"}. ${track}`.trim(), text].join("\n");
}

/** What can be asked at a place; null for what is no query. */
function answer(line: string, cast: Cast, replay: Replay, place: Place): string | null {
  if (line === "?s") return sideText(cast, replay, place);
  if (line === "?r") return placeText(cast, replay, place);
  if (line === "?k") return help();
  if (line !== "?o") return null;
  const { observation, events, waiting } = seen(replay, place).scene;
  return waitsText(cast, {
    observe: () => observation,
    heard: () => events,
    waiting: () => waiting,
  });
}

/** Watches a game; the one that goes on from it, where the player takes over. */
export async function watchLinear(watching: Watching): Promise<Session | null> {
  const { cast, watched, io, title = "Replay" } = watching;
  const { replay } = watched;
  const { level, seed, evenings } = replay;
  let place: Place = { evening: 1, tick: 0, fog: true, seat: false };
  place = { ...place, tick: Math.min(watching.start ?? 0, lastOf(replay, place)) };
  if (watched.problem !== null) io.warn(watched.problem);
  const many = evenings.length > 1 ? `, ${evenings.length} evenings` : "";
  io.out(
    `${title}: ${level.story.title}, seed ${seed.slice(3)}${many}. ${lastOf(replay, place)} ticks, ${verifiedText(replay, 1)}.\n${help()}`,
  );
  io.out(placeText(cast, replay, place));
  for (;;) {
    const line = await nextLine(io);
    if (line === null) return null;
    const told = answer(line, cast, replay, place);
    const step = told ?? (await (speak("replay", linesAt(watching, place), line) ?? strange(line)));
    if (step === false) return null;
    if (typeof step === "string") io.out(step);
    else if ("observe" in step) return step;
    else {
      const to = { ...place, ...step };
      io.out(arrival(cast, replay, place, to));
      place = to;
    }
  }
}
