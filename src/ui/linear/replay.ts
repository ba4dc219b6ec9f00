/** A saved game, walked through in lines: by tick, by event, with the fog on or off. */
import type { Replay, Scene } from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import { notes } from "../diagram/truth.ts";
import { panelSentences } from "../screens/panel.ts";
import type { LinearIo } from "./io.ts";
import { report } from "./telling.ts";

type Place = { readonly evening: number; readonly tick: number; readonly fog: boolean };

const help =
  "n next tick; b back one; e next event; E event before; t 12 to a tick; v next evening; f fog on or off; p play it all; ?s your side; ?r repeat; q ends.";

/** What there is to see at a tick, and how many events came with it. */
function seen({ at }: Replay, { evening, tick }: Place): { scene: Scene; from: number } {
  const from = tick === 0 ? 0 : at(evening, tick - 1).events.length;
  return { scene: at(evening, tick), from };
}

const lastOf = (replay: Replay, evening: number): number => replay.evenings[evening - 1]?.last ?? 0;

function placeText(cast: Cast, replay: Replay, place: Place): string {
  const { scene, from } = seen(replay, place);
  const told = report(cast, scene.events.slice(from), Math.max(0, place.tick - 1), {
    observe: () => scene.observation,
    heard: () => scene.events,
  });
  const truth = place.fog
    ? []
    : notes(cast, replay.evenings[place.evening - 1]?.secrets ?? [], place.tick);
  return truth.length === 0 ? told : `${told}\nIn truth: ${truth.join("; ")}.`;
}

/** The nearest tick in a direction at which something happened; the last or first where none did. */
function eventFrom(replay: Replay, place: Place, step: 1 | -1): number {
  const last = lastOf(replay, place.evening);
  let tick = place.tick + step;
  for (; tick > 0 && tick < last; tick += step) {
    const { scene, from } = seen(replay, { ...place, tick });
    if (scene.events.length > from) break;
  }
  return tick;
}

/** Where a line leads; a text where it leads nowhere. */
function moved(line: string, replay: Replay, place: Place): Place | string {
  const last = lastOf(replay, place.evening);
  const to = (tick: number): Place | string => {
    if (tick < 0) return "This is the start of the evening.";
    if (tick <= last) return { ...place, tick };
    const { ended } = replay.evenings[place.evening - 1] ?? { ended: null };
    return `This is where the evening ${ended === null ? "was paused" : "ended"}.`;
  };
  const asked = /^t (\d{1,4})$/.exec(line)?.[1];
  if (asked !== undefined)
    return Number(asked) <= last ? to(Number(asked)) : `The last tick is ${last}.`;
  if (line === "n") return to(place.tick + 1);
  if (line === "b") return to(place.tick - 1);
  if (line === "e") return to(eventFrom(replay, place, 1));
  if (line === "E") return to(eventFrom(replay, place, -1));
  if (line === "v") {
    const next = place.evening === replay.evenings.length ? 1 : place.evening + 1;
    return replay.evenings.length > 1
      ? { ...place, evening: next, tick: 0 }
      : "There is one evening.";
  }
  if (line === "f") {
    if (replay.evenings[place.evening - 1]?.secrets === null)
      return "The fog lifts once this evening has ended.";
    return { ...place, fog: !place.fog };
  }
  return `"${line.slice(0, 60)}" is nothing here. ${help}`;
}

/** From here to the end of the evening, every tick at which something happened. */
function restText(cast: Cast, replay: Replay, place: Place): { text: string; at: Place } {
  const last = lastOf(replay, place.evening);
  const texts: string[] = [];
  for (let tick = place.tick + 1; tick <= last; tick++) {
    const here = { ...place, tick };
    const { scene, from } = seen(replay, here);
    const truth = place.fog
      ? []
      : notes(cast, replay.evenings[place.evening - 1]?.secrets ?? [], tick);
    if (scene.events.length > from || truth.length > 0) texts.push(placeText(cast, replay, here));
  }
  return {
    text: [...texts, `Tick ${last} is the last.`].join("\n"),
    at: { ...place, tick: last },
  };
}

function sideOf(cast: Cast, replay: Replay, { evening, tick }: Place): string {
  const { observation, events } = replay.at(evening, tick);
  return panelSentences({ cast, open: observation, events }).join("\n");
}

export async function watchLinear(cast: Cast, replay: Replay, io: LinearIo): Promise<void> {
  const { level, seed, evenings } = replay;
  let place: Place = { evening: 1, tick: 0, fog: true };
  const many = evenings.length > 1 ? `, ${evenings.length} evenings` : "";
  io.out(
    `Replay of ${level.story.title}, seed ${seed.slice(3)}${many}. ${lastOf(replay, 1)} ticks.\n${help}`,
  );
  io.out(placeText(cast, replay, place));
  for (;;) {
    const line = (await io.read())?.trim();
    if (line === undefined || line === "q") return;
    if (line === "" || line.startsWith("#")) continue;
    if (line === "?" || line === "?k") io.out(help);
    else if (line === "?s") io.out(sideOf(cast, replay, place));
    else if (line === "?r") io.out(placeText(cast, replay, place));
    else if (line === "p") {
      const rest = restText(cast, replay, place);
      place = rest.at;
      io.out(rest.text);
    } else {
      const to = moved(line, replay, place);
      if (typeof to === "string") io.out(to);
      else io.out(arrival(cast, replay, place, to));
      if (typeof to !== "string") place = to;
    }
  }
}

function arrival(cast: Cast, replay: Replay, from: Place, to: Place): string {
  const text = placeText(cast, replay, to);
  if (from.evening !== to.evening)
    return `Evening ${to.evening} of ${replay.evenings.length}, ${lastOf(replay, to.evening)} ticks.\n${text}`;
  return from.fog === to.fog ? text : `Fog ${to.fog ? "on" : "off"}.\n${text}`;
}
