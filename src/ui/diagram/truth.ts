/** What stands right of their lane once the fog has lifted: how much they carried, and what really happened. */
import type { Key, Moment, Secret, Tick } from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import { allParts } from "../forces/index.ts";
import { type Row, run, sized, wrap } from "../row.ts";
import type { Glyphs } from "../theme.ts";
import type { Drawing } from "./draw.ts";

/** All that the fog hid, of one evening. */
export type Truth = {
  readonly cast: Cast;
  readonly secrets: readonly Secret[];
  readonly moments: readonly Moment[];
};

/** Cells of the bar. */
const cells = 8;
export const barWidth = cells + 3;

const trackAt = (moments: readonly Moment[], tick: Tick): number | null =>
  moments.findLast((moment) => moment.open.tick <= tick)?.tracks[0]?.at ?? null;

/** Whether the partner is shut down at a tick, told from the hidden events. */
export function downAt(secrets: readonly Secret[], tick: Tick): boolean {
  const turn = secrets.findLast(
    (s) => (s.kind === "shut" || s.kind === "opened") && s.tick <= tick,
  );
  return turn?.kind === "shut";
}

/** How much they carried at a tick, and whether it had shut them down; nothing where the level has no load. */
export function bar({ secrets, moments }: Truth, glyphs: Glyphs, tick: Tick): Row {
  const track = trackAt(moments, tick);
  if (track === null) return [];
  const full = Math.min(cells, Math.ceil(track * cells));
  const down = downAt(secrets, tick);
  const body = (down ? glyphs.full : glyphs.able).repeat(full) + glyphs.empty.repeat(cells - full);
  return [run(` [${body}]`, down ? "timer" : "them")];
}

/** Ticks that deserve a row although nothing crossed the channel: there is something to say of them. */
export const turningPoints = ({ cast, secrets }: Truth): readonly Tick[] =>
  [...Map.groupBy(secrets, (s) => s.tick)].flatMap(([tick, here]) =>
    notes(cast, here, tick).length > 0 ? [tick] : [],
  );

const lostOnTheWayBack = (key: Key | null, name: string): string =>
  key === null ? `a word of ${name}'s is lost` : `the answer to ${key} is lost`;

type Reached = Extract<Secret, { readonly kind: "reached" }>;

/** Whether the very same put arrived at an earlier tick: the line copied it. */
const cameBefore = ({ tick, put }: Reached, secrets: readonly Secret[]): boolean =>
  secrets.some(
    (s) =>
      s.kind === "reached" && s.tick < tick && s.put.tick === put.tick && s.put.slot === put.slot,
  );

export function notes(cast: Cast, secrets: readonly Secret[], tick: Tick): readonly string[] {
  const { name } = cast.voice;
  const here = secrets.filter((s) => s.tick === tick);
  const kinds = new Set(here.map((s) => s.kind));
  const lost = here.flatMap((s) =>
    s.kind === "put" && s.due === null && s.what !== "beat"
      ? [s.way === "out" ? `${s.key} is lost` : lostOnTheWayBack(s.key, name)]
      : [],
  );
  const keysOf = (kind: "reached" | "dropped" | "read"): readonly Key[] => [
    ...new Set(here.flatMap((s) => (s.kind === kind ? [s.key] : []))),
  ];
  const [came, dropped, read] = [keysOf("reached"), keysOf("dropped"), keysOf("read")];
  // What was not kept and what was differ only in that: both knocked.
  const knocked = kinds.has("knock");
  const held = new Set(here.flatMap((s) => (s.kind === "unreachable" ? [s.why] : [])));
  const garbled = secrets.flatMap((s) =>
    s.kind === "put" &&
    s.way === "out" &&
    s.garbled &&
    s.due === tick &&
    came.some((key) => key === s.key)
      ? [`${s.key} is garbled`]
      : [],
  );
  const doubled = here.flatMap((s) =>
    s.kind === "reached" && cameBefore(s, secrets) ? [s.key] : [],
  );
  // What they made of it comes after what reached them.
  return [
    ...(knocked && came.length > 0
      ? [`${came.join(", ")} ${came.length > 1 ? "land" : "lands"} on the pile`]
      : []),
    ...(knocked && dropped.length > 0
      ? [
          `${dropped.join(", ")} ${dropped.length > 1 ? "knock, and are" : "knocks, and is"} not kept`,
        ]
      : []),
    ...(!knocked && came.length > 0 && read.length === 0
      ? [`${came.join(", ")} ${came.length > 1 ? "reach" : "reaches"} ${name}`]
      : []),
    ...(held.has("away") ? [`${name} is busy elsewhere`] : []),
    ...(read.length > 0 && !kinds.has("opened") ? [`${name} reads ${read.join(", ")}`] : []),
    ...garbled,
    ...(doubled.length > 0 ? [`the line had doubled ${doubled.join(", ")}`] : []),
    ...allParts.flatMap((part) => part.notes?.(here, cast) ?? []),
    ...lost,
  ];
}

/** The bar, and what is to be said of each tick: on its rows first, then on more of them, a column free before it. */
export function truthBeyond(truth: Truth, glyphs: Glyphs, columns: number): Told {
  const { cast, secrets, moments } = truth;
  const wide = moments.some(({ tracks }) => tracks.length > 0) ? barWidth : 0;
  const left = new Map<Tick, readonly string[]>();
  const untold = (tick: Tick): readonly string[] =>
    left.get(tick) ?? wrap(notes(cast, secrets, tick).join("; "), columns - wide - 1);
  const beside = (aside: Row, text: string): Row =>
    text === "" ? aside : [...sized(aside, wide), run(` ${text}`, "plain")];
  return {
    beyond(tick) {
      const [text = "", ...rest] = untold(tick);
      left.set(tick, rest);
      return beside(bar(truth, glyphs, tick), text);
    },
    rest: (tick) => untold(tick).map((text) => beside([], text)),
  };
}

type Told = Pick<Drawing, "beyond" | "rest">;
