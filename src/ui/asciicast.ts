/** A replay as a recording: asciicast v3 (docs.asciinema.org/manual/asciicast/v3), a line an event, in seconds. */
import chalk from "chalk";
import type { Replay, Tick } from "../session/index.ts";
import { room } from "./screens/frame.ts";
import { replayRows } from "./screens/replay.ts";
import { type Film, filmOf, viewAt } from "./screens/viewing.ts";
import { type Look, painted } from "./theme.ts";
import type { Cast } from "./words.ts";

const window = { cols: 80, rows: 24 } as const;
/** How long a frame stands, and the first and last of a pass. */
const [brief, long] = [0.8, 2.5];

type Event = readonly [interval: number, code: "o" | "m" | "x", data: string];
type Pass = { readonly evening: number; readonly fog: boolean };

/** Every evening in its fog, and again without it where it has ended; a frame for each tick at which something is seen. */
export function asciicast(replay: Replay, cast: Cast, look: Look): string {
  const { level, seed, evenings } = replay;
  const passes = evenings.flatMap(({ secrets }, i): readonly Pass[] => [
    { evening: i + 1, fog: true },
    ...(secrets === null ? [] : [{ evening: i + 1, fog: false }]),
  ]);
  const title = `Best Effort: ${level.story.title}, seed ${seed.slice("b1:".length)}`;
  const term = { ...window, type: "xterm-256color" };
  const events = inColour(() => passes.flatMap((pass) => recorded(replay, cast, pass, look)));
  const whole: readonly Event[] = [[0, "o", "\u001B[?25l\u001B[2J"], ...events, [long, "x", "0"]];
  return [{ version: 3, term, title }, ...whole]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

function recorded(replay: Replay, cast: Cast, pass: Pass, look: Look): readonly Event[] {
  const film = filmOf(replay.evenings[pass.evening - 1], cast, { ...pass, seat: false }, look);
  const size = room(window.cols, window.rows);
  let shown: readonly string[] = [];
  return ticksOf(film).flatMap((tick, i): readonly Event[] => {
    const at = viewAt(replay, cast, { ...pass, tick, seat: false }, film);
    const still = { title: "", playing: false, speed: 1, notice: "", asking: null, picking: null };
    const rows = replayRows({ ...at, ...still }, size, look).map((row) => painted(row, look));
    const changed = rows.flatMap((row, y) =>
      row === shown[y] ? [] : [`\u001B[${y + 1};1H${row}\u001B[K`],
    );
    shown = rows;
    const marks = film.marks.filter((mark) => mark.tick === tick).map(({ text }) => text);
    return [
      [i === 0 ? long : brief, "o", changed.join("")],
      [0, "m", [`t${tick}`, ...marks].join(" ")],
    ];
  });
}

/** The ticks at which something is seen, in order. */
function ticksOf({ events, points }: Film): readonly Tick[] {
  const seen = events.filter(({ kind }) => kind !== "tick").map(({ tick }) => tick);
  return [...new Set([0, ...seen, ...points])].sort((a, b) => a - b);
}

/** A recording has its colours wherever it is made. */
function inColour<T>(make: () => T): T {
  const { level } = chalk;
  chalk.level = 2;
  try {
    return make();
  } finally {
    chalk.level = level;
  }
}
