/** Help as rows: the keys of the screen you came from, and how to read the diagram. */
import { type Command, footer, keysText, listed, type Screen } from "../keys.ts";
import { exactly, indent, paragraph, type Row, row, run, sized } from "../row.ts";
import type { Glyphs, Look, Stroke } from "../theme.ts";
import { hints, ruler, type Size } from "./frame.ts";

const sample = (stroke: Stroke): string => stroke.fill.repeat(6).slice(0, 6) + stroke.down;

/** Screens on which the fog may have lifted. */
const truthful: readonly Screen[] = ["debrief", "replay", "compare"];

function legend(from: Screen, glyphs: Glyphs): readonly Row[] {
  const line = (mark: string, text: string): Row => [
    run(`   ${mark.padEnd(10)}`, "you"),
    run(text),
  ];
  return [
    row(" How to read the channel: time runs down, you are left, they are right", "dim"),
    line(sample(glyphs.sent), "sent; nothing is known yet"),
    line(sample(glyphs.late), "older than a usual round trip"),
    line(sample(glyphs.fogged), "gone into the fog"),
    line(sample(glyphs.maybe), "answered, but by which of your sends you cannot know"),
    line(sample(glyphs.sure), "got through: an answer says so; t2..t5: when, at most"),
    line(
      `${glyphs.timer} ${glyphs.now} ${glyphs.event} ${glyphs.fold}`,
      "your timer; now; something left or came; quiet ticks, folded",
    ),
    ...(truthful.includes(from)
      ? [
          line(
            `${glyphs.lost} ${glyphs.dropped} [${glyphs.full}${glyphs.able}]`,
            "lost; arrived unnoticed; how full, by the name above",
          ),
          ...(from === "debrief"
            ? []
            : [line(glyphs.levels.trim(), "the same, over the whole evening")]),
        ]
      : []),
  ];
}

/** Two columns of keys, so that the legend fits below them in the smallest window. */
function keyRows(
  from: Screen,
  unused: readonly Command<"board">[],
  columns: number,
): readonly Row[] {
  const bound = from === "board" ? listed(from, unused) : listed(from);
  const wide = 2 + Math.max(7, ...bound.map(({ keys }) => keysText(keys).length));
  const keys = bound.map(
    ({ keys, help }): Row => [run(`   ${keysText(keys).padEnd(wide)}`, "strong"), run(help)],
  );
  const half = Math.ceil(keys.length / 2);
  const middle = Math.floor(columns / 2);
  return keys.slice(0, half).map((line, i) => [...sized(line, middle), ...(keys[half + i] ?? [])]);
}

/** Screens that show the channel, or stand before one. */
const drawn: readonly Screen[] = [...truthful, "board", "brief", "inspect"];

/**
 * `unused` are the keys for which the level being played has no use; `reading` says how its own signs are read.
 */
export function helpRows(
  from: Screen,
  unused: readonly Command<"board">[],
  size: Size,
  look: Look,
  reading: readonly string[] = [],
): readonly Row[] {
  const { columns, rows } = size;
  const own = reading.flatMap((text) =>
    paragraph(text, columns - 4).map((line) => indent(line, 3)),
  );
  const reads = drawn.includes(from);
  const [heading = [], ...signs] = reads ? legend(from, look.glyphs) : [];
  const body = [...keyRows(from, unused, columns), ...signs, ...own];
  // Where every row is needed, the signs go without their heading.
  const whole =
    body.length < rows - 3
      ? body.toSpliced(body.length - signs.length - own.length, 0, heading)
      : body;
  return [
    [
      run(" HELP", "strong"),
      run(reads ? "  the keys here, and how to read what you see" : "  the keys here", "dim"),
    ],
    ruler(look, columns),
    ...exactly(whole, rows - 3),
    ...hints(footer("help"), columns),
  ].map((line) => sized(line, columns));
}
