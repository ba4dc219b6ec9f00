/** The open half of modes: what you know of your own energy and of what they know, and what it lets you do. */
import type { KernelEvent, Refusal } from "../event.ts";
import type { Sendable } from "../force.ts";
import type { Intent } from "../intent.ts";
import type { Tick, Tone } from "../message.ts";
import { milli } from "../number.ts";
import { type Law, type Mode, type Modes, modes, takesOf, ticksLeft } from "./modes-law.ts";

type Open = Modes["open"];

/** Ticks in which a warning is due. */
export const soon = 2;

/** Carrying comes after the core and the mode you run: there must be enough for both. */
export const canTake = ({ offer, mode, energy, takes, dark }: Open): boolean =>
  offer !== null && dark === 0 && mode !== "off" && energy >= milli(offer.cost + takes[mode]);

export const blank = (law: Law): Open => ({
  mode: "full",
  since: 0,
  takes: takesOf(law),
  says: { notice: law.notice, favour: law.favour, again: law.again },
  dark: 0,
  missed: 0,
  misses: 0,
  crashes: 0,
  changes: 0,
  carried: 0,
  energy: 0,
  gain: null,
  lived: -1,
  warned: false,
  sleptBadly: null,
  offer: null,
  notices: [],
  known: null,
  moods: [],
  asked: null,
});

/** A mode changed by yourself: what they were told of a low time ends with full mode. */
function change(open: Open, to: Mode, tick: number): void {
  open.mode = to;
  open.since = tick;
  open.warned = false;
  if (to !== "full") return;
  open.notices = [];
  open.known = null;
}

function lived(open: Open, { tick, mode, gain }: { tick: number; mode: Mode; gain: number }): void {
  open.lived = tick;
  open.gain = gain;
  if (mode !== "off") open.missed = 0;
  const left = ticksLeft(open.energy, open.takes[open.mode], gain);
  if (left === null || left >= 2 * soon) open.warned = false;
}

/** An ACK says that the notice was read; the latest of those says what they know. */
function acked(open: Open, key: string, tick: number): void {
  const notice = open.notices.find((one) => one.key === key);
  if (notice === undefined || notice.heard) return;
  notice.heard = true;
  const latest = open.notices.findLast((one) => one.heard) ?? notice;
  open.known = { mode: latest.mode, tick };
}

/** Their mood, where a tone shows one; a plain "not tonight" shows it too. */
function moodsIn({ tone, tick }: { tone: Tone; tick: Tick }): Open["moods"] {
  if (tone === "not tonight") return [{ tone: "thin", tick }];
  return tone === "thin" || tone === "light" || tone === "gentle" ? [{ tone, tick }] : [];
}

export function record(open: Open, event: KernelEvent | Modes["event"]): void {
  switch (event.kind) {
    case "energy":
      open.energy = event.now;
      break;
    case "woke":
      open.energy = event.energy;
      open.dark = 0;
      break;
    case "changed":
      open.changes += 1;
      change(open, event.to, event.tick);
      break;
    case "lived":
      lived(open, event);
      break;
    case "missed":
      open.missed = event.running;
      open.misses += 1;
      break;
    case "crashed":
      // Who comes back from the dark comes back to the core.
      change(open, "core", event.tick);
      open.crashes += 1;
      open.dark = event.until;
      open.offer = null;
      break;
    case "running low":
      open.warned = true;
      break;
    case "slept badly":
      open.sleptBadly = event.tick;
      break;
    case "offered": {
      const { about, cost, worth, until } = event;
      open.offer = { about, cost, worth, until };
      break;
    }
    case "carried":
      open.carried += 1;
      open.offer = null;
      break;
    case "passed":
      open.offer = null;
      break;
    case "sent":
      if (event.what === "ask") open.asked = event.tick;
      if (event.what === "announce" && event.attempt === 1)
        open.notices.push({ key: event.key, mode: open.mode, sent: event.tick, heard: false });
      break;
    case "heard":
      open.moods = [...open.moods, ...moodsIn(event)].slice(-3);
      if (event.key !== null) acked(open, event.key, event.tick);
      break;
    case "tick":
    case "dawn":
    case "overdue":
    case "refused":
    case "ended":
      break;
  }
}

/** A favour is a question, so it waits for its turn; a notice may be sent whenever there is less of you. */
export function sendable({ mode, asked, lived: last, says }: Readonly<Open>): readonly Sendable[] {
  const rested = asked === null || last + 1 - asked >= says.again;
  return [
    ...(mode === "full" ? [] : [{ what: "announce", about: says.notice, ack: true } as const]),
    ...(rested ? [{ what: "ask", about: says.favour, ack: true } as const] : []),
  ];
}

export function moves(open: Readonly<Open>): readonly Modes["intent"][] {
  const others = modes.flatMap((to) => (to === open.mode ? [] : [{ kind: "mode", to } as const]));
  return canTake(open) ? [...others, { kind: "take" }] : others;
}

export function refuse(
  open: Readonly<Open>,
  _waiting: readonly unknown[],
  intent: Modes["intent"],
): Refusal | null {
  if (intent.kind === "mode") return intent.to === open.mode ? "as is" : null;
  if (open.offer === null) return "topic";
  return canTake(open) ? null : "energy";
}

/** In the dark nothing is done, and time passes. */
export const forbid = ({ dark }: Readonly<Open>, { kind }: Intent): Refusal | null =>
  dark > 0 && kind !== "wait" && kind !== "wait for news" && kind !== "leave" ? "dark" : null;
