/** From what happened to what crosses the channel, line by line: the space-time diagram as data. */
import type { Event, Key, Secret, Tick } from "../../session/index.ts";

/** How sure you may be that a message got through, or what became of it once the fog has lifted. */
export type Certainty = "sent" | "late" | "fogged" | "maybe" | "sure" | "lost" | "dropped";

/** Half a crossing: it leaves one lane, or it reaches the other. */
export type Half = {
  readonly label: string;
  readonly certainty: Certainty;
  /** All that may be claimed of when it arrived, where that is more than one tick. */
  readonly within?: readonly [Tick, Tick];
};

/** One line of the diagram. In the left half things leave or reach you, in the right half them. */
export type Line = {
  readonly tick: Tick;
  readonly leftOut: Half | null;
  readonly leftIn: Half | null;
  readonly rightIn: Half | null;
  readonly rightOut: Half | null;
};

/** What the diagram is drawn from. `secrets` are there once the fog has lifted. */
export type Scene = {
  readonly events: readonly Event[];
  readonly secrets: readonly Secret[] | null;
  readonly now: Tick;
  readonly usual: Tick;
  /** The least ticks that anything takes to get there, and back. */
  readonly legs: readonly [there: Tick, back: Tick];
  /** What crosses, where that is seen from the other seat. */
  readonly lines?: readonly Line[];
};

type Side = "arrive" | "depart";
type Cell = { leftOut?: Half; leftIn?: Half; rightIn?: Half; rightOut?: Half };
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
      if (tick + back <= now) add(cells, tick + back, "arrive", "rightIn", half);
    } else if (kind === "reached") {
      const { tick, key, put } = secret;
      const attempt = attempts.get(`${put.tick}.${put.slot}`) ?? 1;
      const half = { label: attemptLabel(key, attempt), certainty: "sure" } as const;
      add(cells, tick - there, "depart", "rightOut", half);
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
  }));
}

function add(cells: Cells, tick: Tick, side: Side, place: keyof Cell, half: Half): void {
  const cell = cells.get(tick) ?? { arrive: {}, depart: {} };
  cells.set(tick, cell);
  const there = cell[side][place];
  // Several replies in one tick share a line: a burst is one thing to the eye.
  cell[side][place] = there ? { ...half, label: `${there.label} ${half.label}` } : half;
}

const attemptLabel = (key: Key, attempt: number): string =>
  attempt === 1 ? key : `${key}.${attempt}`;

function drawKnown({ events, now, usual, legs: [there, back] }: Scene, cells: Cells): void {
  const attempts = new Map<Key, number>();
  const replies = new Map<Key, number>();
  const answered = new Map<Key, Tick>();
  const gone = new Set<Key>();
  for (const event of events) {
    if (event.kind === "sent") attempts.set(event.key, event.attempt);
    if (event.kind === "heard" && event.key !== null) {
      replies.set(event.key, (replies.get(event.key) ?? 0) + 1);
      if (!answered.has(event.key)) answered.set(event.key, event.tick);
    }
    if (event.kind === "let go") gone.add(event.key);
  }
  const certainty = (key: Key, sent: Tick): Certainty => {
    const heard = replies.get(key) ?? 0;
    if (heard > 0) return heard >= (attempts.get(key) ?? 1) ? "sure" : "maybe";
    const age = now - sent;
    if (gone.has(key) || age > 2 * usual) return "fogged";
    return age > usual ? "late" : "sent";
  };
  for (const event of events) {
    if (event.kind === "sent") {
      const sure = certainty(event.key, event.tick);
      const half = { label: attemptLabel(event.key, event.attempt), certainty: sure };
      add(cells, event.tick, "depart", "leftOut", half);
      const from = event.tick + there;
      const to = (answered.get(event.key) ?? 0) - back;
      const wide = sure === "sure" && attempts.get(event.key) === 1 && to > from;
      const landed = wide ? { ...half, within: [from, to] as const } : half;
      if (from <= now) add(cells, from, "arrive", "rightIn", landed);
    }
    // Beats have a strip of their own: drawn here, they would be all there is to see.
    if (event.kind === "heard" && event.what !== "beat") {
      const half = { label: `b${event.n}`, certainty: "sure" } as const;
      add(cells, event.tick - back, "depart", "rightOut", half);
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
    if (!unheard) add(cells, due, "arrive", out ? "rightIn" : "leftIn", half);
  }
}

/** Replies are numbered as they arrive, so they are told in that order. */
const orderOf = (secret: Secret): Tick =>
  secret.kind === "put" && secret.way === "in" && secret.due !== null ? secret.due : secret.tick;
