/** The side of the board: what you are waiting for, and the gaps you left. Level 1's instrument. */
import type { Event, Key, Observation, Sent, Tick } from "../../session/index.ts";
import { blank, clip, paragraph, type Row, row, run } from "../row.ts";
import { type Cast, plural } from "../words.ts";
import { heading } from "./frame.ts";

export type Hint = { readonly step: number; readonly text: string };

const sentTicks = (events: readonly Event[], key: Key | null): readonly Tick[] =>
  events.flatMap((e) => (e.kind === "sent" && (key === null || e.key === key) ? [e.tick] : []));

const gaps = (ticks: readonly Tick[]): readonly number[] =>
  ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? tick));

/** The latest few of a list of numbers, so that a line stays a line. */
const latest = (numbers: readonly number[], most: number): string =>
  `${numbers.length > most ? ".. " : ""}${numbers.slice(-most).join(" ")}`;

export function panel(
  cast: Cast,
  open: Observation,
  events: readonly Event[],
  hint: Hint | null,
  columns: number,
): readonly Row[] {
  const sends = sentTicks(events, null);
  const between = gaps(sends);
  const quiet = open.quiet.last === null ? 0 : open.tick - open.quiet.last;
  const hinted = hint
    ? [blank, heading(`HINT ${hint.step} of 3`), ...paragraph(hint.text, columns, "plain")]
    : [];
  return [
    ...asks(cast, open, events),
    blank,
    heading("YOUR SENDS"),
    row(between.length > 0 ? `gaps  ${latest(between, 8)}` : "gaps  none yet", "you"),
    row(`longest quiet you gave  ${Math.max(0, quiet, ...between)}`),
    row(`usual round trip  ${open.usual}`),
    row(
      open.heard.last === null
        ? "nothing heard yet"
        : `last heard  b${open.heard.count}, ${plural(open.tick - open.heard.last, "tick")} ago`,
    ),
    ...hinted,
  ].map((line) => clip(line, columns));
}

function asks(cast: Cast, open: Observation, events: readonly Event[]): readonly Row[] {
  const list = open.forces.waits?.asks ?? [];
  // Daily levels have one question at a time: only it and the last one settled are worth a line.
  return list.slice(-4).flatMap(({ about, key, state, settled, until }): readonly Row[] => {
    const title = cast.level.story.topics[about]?.title ?? about;
    const name = key ?? "--";
    if (state === "answered")
      return [[run(`${name} ${title}`, "sure"), run(`  answered t${settled}`, "dim")]];
    if (state === "lapsed") return [row(`${name} ${title}  too late`, "timer")];
    if (state === "let go") return [row(`${name} ${title}  let go`, "dim")];
    const left = until - open.tick;
    const closing = left <= 20 ? [row(`   too late in ${plural(left, "tick")}`, "timer")] : [];
    const sent = open.sent.find((s) => s.key === key);
    if (sent === undefined)
      return [[run(`-- ${title}`), run("  not asked yet", "dim")], ...closing];
    return [...waitRows(title, sent, open.tick, gaps(sentTicks(events, sent.key))), ...closing];
  });
}

function waitRows(
  title: string,
  sent: Sent,
  now: Tick,
  between: readonly number[],
): readonly Row[] {
  const first: Row = [run(`${sent.key} ${title}`, "you"), run(`  ${now - sent.first}t out`)];
  if (sent.attempts === 1) return [first];
  return [first, row(`   ${sent.attempts} sends, gaps ${latest(between, 4)}`, "dim")];
}
