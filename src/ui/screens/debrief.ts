/** The debrief as rows: the same diagram with the fog lifted, the card, and what it means. */
import type { Tick } from "../../session/index.ts";
import { type Drawing, diagram, margin, sceneOf } from "../diagram/index.ts";
import { barWidth, type Truth, truthBeyond, turningPoints } from "../diagram/truth.ts";
import { type Command, footer, keyOf } from "../keys.ts";
import { blank, clip, ends, exactly, type Row, row, run, sized, width } from "../row.ts";
import type { Look } from "../theme.ts";
import { type DebriefView, framing, leafRows, leafText, round, whither } from "./card.ts";
import { emphasise, hints, joined, ruler, type Size } from "./frame.ts";
import { inspect, inspectRows } from "./inspect.ts";

export type { DebriefView } from "./card.ts";

export function starsText(stars: number | null, { glyphs }: Look): string {
  if (stars === null) return "";
  return stars === 0 ? "no star" : glyphs.star.repeat(stars) + glyphs.noStar.repeat(3 - stars);
}

/** The title, and how it went; in a narrow window the seed gives way, and what the header says anyway. */
function titleRow(view: DebriefView, look: Look, columns: number): Row {
  const { cast, seed, evening, result, debrief, rehearsal } = view;
  const { story } = cast.level;
  const of = evening.of > 1 ? `evening ${evening.n} of ${evening.of}` : "";
  const scored = debrief.outcome === null ? "" : `outcome ${round(debrief.outcome)}`;
  const mean = result?.outcome == null || evening.of === 1 ? "" : `mean ${round(result.outcome)} `;
  const total = result === null ? "" : `${mean}${starsText(result.stars, look)}`;
  const parts = [
    [` ${story.title}`, "strong"],
    ["what was true", "dim"],
    [of, "plain"],
    [scored, "plain"],
    [total, "sure"],
  ] as const;
  const given = parts.filter(([text]) => text !== "");
  const brief = given.filter(([text]) => text !== "what was true");
  const tails = rehearsal === "" ? [seed] : [`${rehearsal}  ${seed}`, rehearsal, "rehearsal"];
  // What there is room for, the most that can be said first; where there is least, the seed is cut.
  for (const tail of tails)
    for (const parts of [given, brief]) {
      const [left, right] = [joined(parts, columns), row(`  ${tail} `, "dim")];
      if (width(left) + width(right) <= columns) return ends(left, right, columns);
    }
  const left = joined(brief, columns);
  return ends(left, clip(row(`  ${tails.at(-1)} `, "dim"), columns - width(left)), columns);
}

type Upper = {
  readonly rows: readonly Row[];
  readonly ticks: readonly Tick[];
  readonly header: Row;
};

function upper(view: DebriefView, size: Size, look: Look): Upper {
  const { columns } = size;
  const { glyphs } = look;
  const { secrets, moments } = view.debrief;
  const truth: Truth = { cast: view.cast, secrets, moments };
  const half = columns >= 117 ? 24 : 13;
  const now: Tick = view.open.tick;
  const at = margin + 2 + 2 * half;
  const fog = [run(glyphs.fog.repeat(barWidth), "fog")] as const;
  const drawing: Drawing = {
    glyphs,
    half,
    now,
    lifted: view.lifted,
    ...(view.inspecting === null ? {} : { pointed: view.inspecting }),
    ...(view.lifted ? truthBeyond(truth, glyphs, columns - at) : { beyond: () => fog }),
  };
  const scene = sceneOf(view.cast, view.open, view.events, view.lifted ? secrets : null);
  const drawn = diagram(scene, drawing, [], view.lifted ? turningPoints(truth) : []);
  const load = moments[0]?.tracks[0]?.name ?? "";
  const label = view.lifted
    ? `${load.padEnd(load === "" ? 0 : barWidth)} what was true`
    : "in the fog";
  const you = ` tick  YOU${" ".repeat(Math.max(1, half - 8))}the channel`;
  return { ...drawn, header: row(`${you.padEnd(at - 4)}THEM ${label}`, "dim") };
}

/** Rows of one message at least: the diagram stays as high from message to message. */
const closely = 6;

/** What stands below the diagram: a leaf of the page, or one message, looked at closely. */
function lower(view: DebriefView, size: Size): readonly Row[] {
  const { inspecting, debrief, lifted } = view;
  if (inspecting === null) return leafRows(view, size);
  const of = inspect(view, inspecting, lifted ? debrief.secrets : null);
  const rows = inspectRows(of, size.columns);
  return exactly(rows, Math.max(closely, rows.length));
}

/** How many rows of the diagram a debrief shows at once. */
const debriefRows = (view: DebriefView, size: Size): number =>
  size.rows - framing - lower(view, size).length;

/** How many rows the diagram of a debrief can be scrolled on. */
export const mostScroll = (view: DebriefView, size: Size, look: Look): number =>
  Math.max(0, upper(view, size, look).rows.length - debriefRows(view, size));

/** The tick of the first row in view. */
export function tickInView(view: DebriefView, size: Size, look: Look): Tick {
  const { ticks } = upper(view, size, look);
  return ticks[Math.min(view.scroll, ticks.length - 1)] ?? 0;
}

/** Keys that would only say why they lead nowhere. */
const nowhere = ({ cast, rehearsal }: DebriefView): readonly Command<"debrief">[] => {
  if (cast.level.proof !== null) return [];
  return rehearsal === "" ? ["pattern", "compare"] : ["pattern"];
};

export function rowsOfDebrief(view: DebriefView, size: Size, look: Look): readonly Row[] {
  const { columns } = size;
  const { inspecting } = view;
  const leaf = emphasise(inspecting === null ? ` ${leafText(view, size)} ` : "");
  const height = debriefRows(view, size);
  const { rows, ticks, header } = upper(view, size, look);
  const at = inspecting === null ? view.scroll : ticks.indexOf(inspecting.tick) - height / 2;
  const start = Math.max(0, Math.min(Math.round(at), rows.length - height));
  const more = rows.length - height - start;
  const body = exactly(rows.slice(start, start + height), height).map((line) =>
    clip(line, columns),
  );
  const texts =
    inspecting === null
      ? footer("debrief", nowhere(view)).map((text) =>
          text.replace(/ on$/, ` ${whither(view, size)}`),
        )
      : footer("inspect");
  const keys = hints(texts, columns);
  return exactly(
    [
      titleRow(view, look, columns),
      ends(
        header,
        row(more > 0 ? ` ${more} below [${keyOf("debrief", "down")}] ` : "", "dim"),
        columns,
      ),
      ...body,
      ruler(look, columns),
      ...lower(view, size),
      ends(ruler(look, columns), width(leaf) > 2 ? leaf : blank, columns),
      ...exactly(keys, 2),
    ].map((line) => sized(line, columns)),
    size.rows,
  );
}
