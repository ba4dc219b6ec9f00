/** The side of the board: what you are waiting for, and the gaps you left. Level 1's instrument. */
import type { Event, Key, Observation, Sent, Tick } from "../../session/index.ts";
import { blank, clip, ends, type Ink, type Row, row } from "../row.ts";
import { type Cast, plural } from "../words.ts";
import { heading } from "./frame.ts";

const sentTicks = (events: readonly Event[], key: Key | null): readonly Tick[] =>
  events.flatMap((e) => (e.kind === "sent" && (key === null || e.key === key) ? [e.tick] : []));

const gaps = (ticks: readonly Tick[]): readonly number[] =>
  ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? tick));

/** The latest of a list of numbers, as many as there is room for: the last one is what counts. */
function latest(numbers: readonly number[], room: number): string {
  const all = numbers.join(" ");
  if (all.length <= room) return all;
  const from = numbers.findIndex((_, i) => numbers.slice(i).join(" ").length + 3 <= room);
  return from < 0 ? ".." : `.. ${numbers.slice(from).join(" ")}`;
}

/** The gaps between your sends, and the longest quiet you gave: the one that still lasts counts. */
export function pauses(
  { quiet, tick }: Observation,
  events: readonly Event[],
): { readonly between: readonly number[]; readonly longest: number } {
  const between = gaps(sentTicks(events, null));
  const lasting = quiet.last === null ? 0 : tick - quiet.last;
  return { between, longest: Math.max(lasting, ...between) };
}

export function panel(
  cast: Cast,
  open: Observation,
  events: readonly Event[],
  columns: number,
): readonly Row[] {
  const { between, longest } = pauses(open, events);
  return [
    ...asks(cast, open, events, columns),
    blank,
    heading("YOUR SENDS"),
    row(between.length > 0 ? `gaps  ${latest(between, columns - 6)}` : "gaps  none yet", "you"),
    row(`longest quiet you gave  ${longest}`),
    row(`usual round trip  ${open.usual}`),
    row(
      open.heard.last === null
        ? "nothing heard yet"
        : `last heard  b${open.heard.count}, ${plural(open.tick - open.heard.last, "tick")} ago`,
    ),
  ].map((line) => clip(line, columns));
}

function asks(
  cast: Cast,
  open: Observation,
  events: readonly Event[],
  columns: number,
): readonly Row[] {
  const list = open.forces.waits?.asks ?? [];
  // Daily levels have one question at a time: only it and the last one settled are worth a line.
  return list.slice(-4).flatMap(({ about, key, state, settled, until }): readonly Row[] => {
    const title = cast.level.story.topics[about]?.title ?? about;
    const name = key ?? "--";
    // Where both do not fit, the title gives way and not the fact.
    const line = (ink: Ink, fact: string): Row =>
      ends(row(`${name} ${title}`, ink), row(`  ${fact}`, "dim"), columns);
    if (state === "answered") return [line("sure", `heard t${settled}`)];
    if (state === "lapsed") return [line("timer", "too late")];
    if (state === "let go") return [line("dim", "let go")];
    const left = until - open.tick;
    const closing = left <= 20 ? [row(`   too late in ${plural(left, "tick")}`, "timer")] : [];
    const sent = open.sent.find((s) => s.key === key);
    if (sent === undefined) return [line("plain", "not asked yet"), ...closing];
    const out = line("you", `${open.tick - sent.first}t out`);
    return [out, ...repeats(sent, gaps(sentTicks(events, sent.key)), columns), ...closing];
  });
}

function repeats({ attempts }: Sent, between: readonly number[], columns: number): readonly Row[] {
  if (attempts === 1) return [];
  const start = `   ${attempts} sends, gaps `;
  return [row(`${start}${latest(between, columns - start.length)}`, "dim")];
}
