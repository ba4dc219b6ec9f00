/** The only writer of `open`: folds one public event into what the player knows. */
import { type KernelEvent, kernelNews } from "./event.ts";
import type { Force, Shape } from "./force.ts";
import type { Laws } from "./level.ts";
import type { Tick } from "./message.ts";
import { type Event, type ForceName, forceNames, forces } from "./rules/index.ts";
import type { Open } from "./world.ts";

/** What is known before anything has happened. */
export function blank(laws: Laws): Open {
  const open: Open = {
    tick: 0,
    day: 0,
    ended: null,
    sent: [],
    heard: { count: 0, last: null },
    quiet: { sends: 0, last: null },
    trips: [],
    usual: laws.usual,
    energy: laws.energy?.start ?? null,
    forces: {},
  };
  for (const name of forceNames) blankForce(name, laws, open);
  return open;
}

function blankForce<Name extends ForceName>(name: Name, laws: Laws, { forces: all }: Open): void {
  const law = laws.forces[name];
  if (law !== undefined) Object.assign(all, { [name]: forces[name].blank(law) });
}

export type Recorder = (open: Open, event: Event) => void;

const recorders = new WeakMap<Laws, Recorder>();

/** A recorder for a level: only the forces it uses are asked, and of an event only those that it concerns. */
export function recorder(laws: Laws): Recorder {
  const known = recorders.get(laws);
  if (known !== undefined) return known;
  const byKind = new Map<string, readonly Recorder[]>();
  const made: Recorder = (open, event) => {
    open.tick = event.tick;
    if (event.kind === "tick") return;
    recordKernel(open, event);
    let own = byKind.get(event.kind);
    if (own === undefined) {
      own = forceNames.flatMap((name) => recorderOf(name, laws, event.kind));
      byKind.set(event.kind, own);
    }
    for (const record of own) record(open, event);
  };
  recorders.set(laws, made);
  return made;
}

const concerns = <S extends Shape>(
  force: Force<S>,
  event: { readonly kind: string },
): event is KernelEvent | S["event"] =>
  Object.hasOwn(kernelNews, event.kind) || Object.hasOwn(force.events, event.kind);

function recorderOf<Name extends ForceName>(
  name: Name,
  laws: Laws,
  kind: Event["kind"],
): readonly Recorder[] {
  const law = laws.forces[name];
  const force = forces[name];
  const { record } = force;
  if (law === undefined || record === undefined || !concerns(force, { kind })) return [];
  return [
    (open, event) => {
      const mine = open.forces[name];
      if (mine !== undefined && concerns(force, event)) record(mine, event, law);
    },
  ];
}

/** Of the forces' own events the kernel keeps nothing. */
function recordKernel(open: Open, event: Event): void {
  switch (event.kind) {
    case "sent":
      recordSent(open, event);
      return;
    case "heard":
      recordHeard(open, event);
      return;
    case "overdue": {
      const sent = open.sent.find((s) => s.key === event.key);
      if (sent) sent.overdue = sent.attempts;
      return;
    }
    case "energy":
      open.energy = event.now;
      return;
    case "dawn":
      open.day = event.day;
      return;
    case "ended":
      open.ended = event.why;
      return;
    case "tick":
    case "refused":
      return;
  }
}

function recordSent(open: Open, event: Extract<KernelEvent, { kind: "sent" }>): void {
  const { key, what, about, attempt, tick, ack, brief } = event;
  open.quiet = { sends: open.quiet.sends + 1, last: tick };
  const known = open.sent.find((s) => s.key === key);
  if (known) {
    known.last = tick;
    known.attempts = attempt;
    return;
  }
  open.sent.push({
    key,
    what,
    about,
    first: tick,
    ack,
    brief,
    last: tick,
    attempts: attempt,
    answered: null,
    overdue: 0,
  });
}

function recordHeard(open: Open, event: Extract<KernelEvent, { kind: "heard" }>): void {
  open.heard = { count: event.n, last: event.tick };
  // A beat goes out whether or not they have anything to say: only words break a silence.
  if (event.what !== "beat") open.quiet = { sends: 0, last: open.quiet.last };
  const sent = open.sent.find((s) => s.key === event.key);
  if (sent === undefined || sent.answered !== null) return;
  sent.answered = event.tick;
  if (sent.attempts > 1) return;
  open.trips = [...open.trips.slice(-7), event.tick - sent.first];
  open.usual = median(open.trips);
}

function median(trips: readonly Tick[]): Tick {
  const sorted: readonly Tick[] = [...trips].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
