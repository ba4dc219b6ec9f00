/** From what happened to what crosses the channel, line by line: the space-time diagram as data. */
import type { Event, Observation, Secret, Tick } from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import { laneOf } from "../forces/index.ts";
import type { Mark } from "../forces/part.ts";
import { attemptLabel, type Certainty, type Claim, claims, type Known } from "./claims.ts";

/** Half a crossing: it leaves one lane, or it reaches the other. */
export type Half = {
  readonly label: string;
  readonly certainty: Certainty;
  /** What may be claimed of its arrival; on the half that reaches them. */
  readonly claim?: Claim;
};

/** One line of the diagram. In the left half things leave or reach you, in the right half them. */
export type Line = {
  readonly tick: Tick;
  readonly leftOut: Half | null;
  readonly leftIn: Half | null;
  readonly rightIn: Half | null;
  readonly rightOut: Half | null;
  /** What is under way there, and back. */
  readonly wireOut: Certainty | null;
  readonly wireIn: Certainty | null;
};

/** What the diagram is drawn from. `secrets` are there once the fog has lifted. */
export type Scene = Known & {
  readonly secrets: readonly Secret[] | null;
  /** What crosses, where that is seen from the other seat. */
  readonly lines?: readonly Line[];
  /** What you did, or what came due, without a message. */
  readonly asides: ReadonlyMap<Tick, readonly Mark[]>;
};

/** What an evening shows of you beside its messages. */
export function asidesIn(events: readonly Event[]): Scene["asides"] {
  const asides = new Map<Tick, Mark[]>();
  for (const event of events) {
    const mark = laneOf(event);
    if (mark === null) continue;
    const here = asides.get(event.tick);
    if (here === undefined) asides.set(event.tick, [mark]);
    else here.push(mark);
  }
  return asides;
}

/** The scene of an evening; without secrets it lies in the fog. */
export function sceneOf(
  { level }: Cast,
  { tick: now, usual }: Observation,
  events: readonly Event[],
  secrets: readonly Secret[] | null = null,
): Scene {
  const [laws] = level.evenings;
  const legs = [laws?.out.delay[0] ?? 1, laws?.in.delay[0] ?? 1] as const;
  const copies = (laws?.out.copies ?? 0) + (laws?.in.copies ?? 0) > 0;
  return { events, secrets, now, usual, legs, copies, asides: asidesIn(events) };
}

type Side = "arrive" | "depart";
type Place = "leftOut" | "leftIn" | "rightIn" | "rightOut";
type Cell = { [P in Place]?: Half } & { [W in "wireOut" | "wireIn"]?: Certainty };
type Cells = Map<Tick, { arrive: Cell; depart: Cell }>;

/** All lines on which something crosses, in the order of time. */
export function crossings(scene: Scene): readonly Line[] {
  const cells: Cells = new Map();
  if (scene.secrets === null) drawKnown(scene, cells);
  else drawTrue(scene.events, scene.secrets, cells);
  return linesOf(cells);
}

/** What one partner may know, from what reached them and what they wrote: a mirror of `drawKnown`. */
export function seatCrossings({
  secrets,
  now,
  usual,
  legs: [there, back],
}: Scene): readonly Line[] {
  const cells: Cells = new Map();
  const attempts = new Map<string, number>();
  for (const secret of secrets ?? []) {
    const { kind } = secret;
    if (kind === "put" && secret.way === "out")
      attempts.set(`${secret.tick}.${secret.slot}`, secret.attempt);
    else if (kind === "put" && secret.what !== "beat") {
      const { tick, key } = secret;
      const age = now - tick;
      const certainty = age > 2 * usual ? "fogged" : age > usual ? "late" : "sent";
      const half = { label: key === null ? "own word" : `re ${key}`, certainty } as const;
      add(cells, tick, "depart", "leftOut", half);
      along(cells, "wireOut", [tick, tick + back], now, half);
      if (tick + back <= now) add(cells, tick + back, "arrive", "rightIn", half);
    } else if (kind === "reached") {
      const { tick, key, put } = secret;
      const attempt = attempts.get(`${put.tick}.${put.slot}`) ?? 1;
      const half = { label: attemptLabel(key, attempt), certainty: "sure" } as const;
      add(cells, tick - there, "depart", "rightOut", half);
      along(cells, "wireIn", [tick - there, tick], now, half);
      add(cells, tick, "arrive", "leftIn", half);
    }
  }
  return linesOf(cells);
}

function linesOf(cells: Cells): readonly Line[] {
  return [...cells.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([tick, cell]) => lines(tick, cell));
}

/** A tick takes two lines only where something arrives on the very half from which something leaves. */
function lines(tick: Tick, { arrive, depart }: { arrive: Cell; depart: Cell }): readonly Line[] {
  const clash = (arrive.leftIn && depart.leftOut) || (arrive.rightIn && depart.rightOut);
  const parts = clash ? [arrive, depart] : [{ ...arrive, ...depart }];
  return parts.map((part) => ({
    tick,
    leftOut: part.leftOut ?? null,
    leftIn: part.leftIn ?? null,
    rightIn: part.rightIn ?? null,
    rightOut: part.rightOut ?? null,
    wireOut: part.wireOut ?? null,
    wireIn: part.wireIn ?? null,
  }));
}

function cellAt(cells: Cells, tick: Tick): { arrive: Cell; depart: Cell } {
  const cell = cells.get(tick) ?? { arrive: {}, depart: {} };
  cells.set(tick, cell);
  return cell;
}

/** A way longer than this is not drawn tick by tick: quiet ticks fold. */
const longest = 3;

/** What is under way between the ticks of two halves, as far as time has come. */
function along(
  cells: Cells,
  wire: "wireOut" | "wireIn",
  [from, to]: readonly [Tick, Tick],
  now: Tick,
  { certainty }: Half,
): void {
  if (to - from > longest) return;
  for (let tick = from + 1; tick < Math.min(to, now + 1); tick++)
    cellAt(cells, tick).depart[wire] = certainty;
}

function add(cells: Cells, tick: Tick, side: Side, place: Place, half: Half): void {
  const cell = cellAt(cells, tick);
  const there = cell[side][place];
  // Several replies in one tick share a line: a burst is one thing to the eye.
  cell[side][place] = there
    ? { label: `${there.label} ${half.label}`, certainty: half.certainty }
    : half;
}

function drawKnown(scene: Scene, cells: Cells): void {
  const {
    events,
    now,
    legs: [there, back],
  } = scene;
  const claimed = claims(scene);
  for (const event of events) {
    if (event.kind === "sent") {
      const label = attemptLabel(event.key, event.attempt);
      const claim = claimed.get(label) ?? { certainty: "sent" };
      const half = { label, certainty: claim.certainty };
      add(cells, event.tick, "depart", "leftOut", half);
      const from = event.tick + there;
      along(cells, "wireOut", [event.tick, from], now, half);
      if (from <= now) add(cells, from, "arrive", "rightIn", { ...half, claim });
    }
    // Beats have a strip of their own: drawn here, they would be all there is to see.
    if (event.kind === "heard" && event.what !== "beat") {
      const half = { label: `b${event.n}`, certainty: "sure" } as const;
      add(cells, event.tick - back, "depart", "rightOut", half);
      along(cells, "wireIn", [event.tick - back, event.tick], now, half);
      add(cells, event.tick, "arrive", "leftIn", half);
    }
  }
}

function drawTrue(events: readonly Event[], secrets: readonly Secret[], cells: Cells): void {
  const dropped = new Set(
    secrets.flatMap((s) => (s.kind === "dropped" ? [`${s.put.tick}.${s.put.slot}`] : [])),
  );
  const heard = events.filter((e) => e.kind === "heard");
  let arrived = 0;
  for (const secret of [...secrets].sort((a, b) => orderOf(a) - orderOf(b))) {
    if (secret.kind !== "put") continue;
    const { tick, slot, key, attempt, due, way, what } = secret;
    const out = way === "out";
    if (!out && due !== null) arrived++;
    if (what === "beat") continue;
    const re = key === null ? "b?" : `re ${key}`;
    const label =
      out && key !== null ? attemptLabel(key, attempt) : due === null ? re : `b${arrived}`;
    if (due === null) {
      const half = { label, certainty: "lost" } as const;
      add(cells, tick, "depart", out ? "leftOut" : "rightOut", half);
      continue;
    }
    // A reply still on its way when the evening ended was never heard.
    const unheard = !out && !heard.some((e) => e.n === arrived);
    const fate = out && dropped.has(`${tick}.${slot}`) ? "dropped" : unheard ? "late" : "sure";
    const half = { label: unheard ? re : label, certainty: fate } as const;
    add(cells, tick, "depart", out ? "leftOut" : "rightOut", half);
    along(cells, out ? "wireOut" : "wireIn", [tick, due], unheard ? tick : due, half);
    if (!unheard) add(cells, due, "arrive", out ? "rightIn" : "leftIn", half);
  }
}

/** Replies are numbered as they arrive, so they are told in that order. */
const orderOf = (secret: Secret): Tick =>
  secret.kind === "put" && secret.way === "in" && secret.due !== null ? secret.due : secret.tick;
