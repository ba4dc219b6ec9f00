/** What is worth jumping to in a replay: answers, timers, wrongs, promises; and, once the fog is off, what was lost. */
import type { Event, Key, Moment, Secret, Tick } from "../../session/index.ts";
import { downAt, type Truth } from "../diagram/truth.ts";
import { allParts, laneOf } from "../forces/index.ts";
import type { Marks, Mark as Named } from "../forces/part.ts";
import { type Ink, type Row, run, width } from "../row.ts";
import type { Glyphs, Look } from "../theme.ts";

export type Mark = { readonly tick: Tick; readonly text: string; readonly ink: Ink };

/** What is a mark once the fog is off, by kind of secret, and what it is called there. */
const called: Marks = Object.assign({}, ...allParts.map(({ marks }) => marks));

/** In the order of time, one of a kind a tick. `secrets` only once the fog is off. */
export function marksOf(
  events: readonly Event[],
  secrets: readonly Secret[] | null,
  glyphs: Glyphs,
): readonly Mark[] {
  const answered = new Set<Key>();
  const known = events.flatMap((event): readonly Mark[] => {
    const { kind, tick } = event;
    if (kind === "heard") {
      const { key, n } = event;
      if (key === null || answered.has(key)) return [];
      answered.add(key);
      return [{ tick, text: `b${n}`, ink: "them" }];
    }
    if (kind === "overdue") return [{ tick, text: "late", ink: "timer" }];
    if (kind === "ended") return [{ tick, text: "end", ink: "dim" }];
    return markAt(tick, laneOf(event));
  });
  const unseen = (secrets ?? []).flatMap((secret): readonly Mark[] => {
    const { tick, kind } = secret;
    const fate = fateOf(secret, glyphs);
    return markAt(tick, fate === null ? called[kind] : [fate, "timer"]);
  });
  const all = [...known, ...unseen].sort((a, b) => a.tick - b.tick);
  return all.filter(({ tick, text }, i) => {
    for (let j = i - 1; all[j]?.tick === tick; j--) if (all[j]?.text === text) return false;
    return true;
  });
}

const markAt = (tick: Tick, named: Named | null | undefined): readonly Mark[] =>
  named ? [{ tick, text: named[0], ink: named[1] }] : [];

function fateOf(secret: Secret, glyphs: Glyphs): string | null {
  if (secret.kind === "put" && secret.due === null && secret.what !== "beat")
    return `${glyphs.lost} ${secret.way === "in" ? "re " : ""}${secret.key ?? "own word"}`;
  if (secret.kind === "dropped") return `${glyphs.dropped} ${secret.key}`;
  return null;
}

/** The mark after a tick, or before it. */
export const markFrom = (marks: readonly Mark[], tick: Tick, by: 1 | -1): Mark | undefined =>
  by > 0 ? marks.find((mark) => mark.tick > tick) : marks.findLast((mark) => mark.tick < tick);

/** The marks around a tick, as many as the columns hold; the one you stand on stands out. */
export function marksRow(marks: readonly Mark[], tick: Tick, columns: number): Row {
  if (marks.length === 0) return [run(" no marks", "dim")];
  const parts = marks.map(
    (mark): Row => [
      run(`  t${mark.tick} `, mark.tick === tick ? "strong" : "dim"),
      run(mark.text, mark.tick === tick ? "pick" : mark.ink),
    ],
  );
  const room = columns - " marks".length - 2 * "  ..".length;
  const near = marks.findIndex((mark) => mark.tick >= tick);
  let [from, to] = near < 0 ? [marks.length, marks.length] : [near, near];
  for (let left = room; ; ) {
    const [after, before] = [parts[to], parts[from - 1]];
    const next = to - near < near - from || before === undefined ? (after ?? before) : before;
    if (next === undefined || width(next) > left) break;
    left -= width(next);
    if (next === after) to++;
    else from--;
  }
  return [
    run(" marks", "dim"),
    ...(from > 0 ? [run("  ..", "dim")] : []),
    ...parts.slice(from, to).flat(),
    ...(to < marks.length ? [run("  ..", "dim")] : []),
  ];
}

/** Where a tick stands on a line of so many columns. */
export const placeOf = (tick: Tick, last: Tick, columns: number): number =>
  last === 0 ? 0 : Math.round((tick * (columns - 1)) / last);

type Line = {
  readonly events: readonly Event[];
  readonly secrets: readonly Secret[] | null;
  readonly tick: Tick | null;
  readonly last: Tick;
};

/**
 * One mark a column, the weightier last: sends, replies, and with the fog off what was dropped and what was lost; the
 * place you are above them all.
 */
export function scrubber(line: Line, columns: number, { glyphs }: Pick<Look, "glyphs">): string {
  const { events, secrets, tick, last } = line;
  const cells = Array.from({ length: columns }, () => ".");
  const put = (at: Tick, mark: string): void => {
    cells[placeOf(at, last, columns)] = mark;
  };
  for (const event of events) if (event.kind === "sent") put(event.tick, "a");
  for (const event of events)
    if (event.kind === "heard" && event.what !== "beat") put(event.tick, "b");
  for (const secret of secrets ?? [])
    if (secret.kind === "dropped") put(secret.tick, glyphs.dropped);
  for (const secret of secrets ?? [])
    if (secret.kind === "put" && secret.due === null && secret.what !== "beat")
      put(secret.tick, glyphs.lost);
  if (tick !== null) put(tick, glyphs.now);
  return cells.join("");
}

/** How full the hidden track was, as the highest on each of so many columns of an evening; none where there is none. */
function heights(moments: readonly Moment[], last: Tick, columns: number): readonly number[] {
  if (moments[0]?.tracks[0] === undefined) return [];
  const highest: (number | undefined)[] = Array.from({ length: columns });
  for (const { open, tracks } of moments) {
    const place = placeOf(open.tick, last, columns);
    highest[place] = Math.max(highest[place] ?? 0, tracks[0]?.at ?? 0);
  }
  const end = highest.findLastIndex((here) => here !== undefined);
  let height = 0;
  // Between two ticks it is as it was at the first; an evening that was left has nothing behind its end.
  return highest.map((here, place) => (height = place > end ? 0 : (here ?? height)));
}

/** The hidden track over a whole evening, above the columns of its scrubber; empty where there is none. */
export function trackRow(
  { moments, secrets }: Pick<Truth, "moments" | "secrets">,
  last: Tick,
  columns: number,
  { glyphs: { levels } }: Pick<Look, "glyphs">,
): Row {
  const turns = secrets.filter(({ kind }) => kind === "shut" || kind === "opened");
  const perColumn = columns > 1 ? last / (columns - 1) : 0;
  return heights(moments, last, columns).map((height, place) =>
    run(
      levels[Math.ceil(height * (levels.length - 1))] ?? "",
      downAt(turns, Math.round(place * perColumn)) ? "timer" : "them",
    ),
  );
}

/** The same in a sentence, by tenths of the evening; empty where there is no track. */
export function trackText(moments: readonly Moment[], last: Tick): string {
  const name = moments[0]?.tracks[0]?.name;
  if (name === undefined) return "";
  const tenths = heights(moments, last, 11).map((height) => Math.round(100 * height));
  return `Their ${name} at each tenth of the evening, in percent: ${tenths.join(", ")}.`;
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

/** The ticks below such a line, none nearer to the next than the eye likes; the last one always. */
export function ticksUnder(last: Tick, columns: number): string {
  const step = steps.find((one) => (one * columns) / Math.max(1, last) >= 8) ?? last;
  const end = String(last);
  let text = "";
  for (let tick = 0; tick < last; tick += step) {
    const at = Math.min(placeOf(tick, last, columns), columns - 1);
    if (at + String(tick).length + 2 > columns - end.length) break;
    text = text.padEnd(at) + String(tick);
  }
  return text.padEnd(columns - end.length) + end;
}
