/** The briefing as rows: at most sixty words, what you cannot see, and a bet on your own instinct. */
import type { Level } from "../../session/index.ts";
import { idText } from "../cast.ts";
import { footer, keyOf } from "../keys.ts";
import { blank, ends, exactly, indent, paragraph, type Row, row, run, sized } from "../row.ts";
import type { Look } from "../theme.ts";
import { hints, ruler, type Size } from "./frame.ts";

export type BriefView = {
  readonly level: Level;
  readonly seed: string;
  readonly bet: number | null;
  /** Whether to say how to get a hint. */
  readonly offer: boolean;
  /** Whether the game is under way: then it is only read again, and no bet is taken. */
  readonly underWay: boolean;
};

function betRows({ level, bet, underWay }: BriefView, wide: number): readonly Row[] {
  const offer = level.story.bet;
  if (offer === null || underWay) return [];
  return [
    blank,
    row(" A bet before you start. The debrief will remember it.", "dim"),
    ...paragraph(offer.ask, wide).map((line) => indent(line)),
    ...offer.choices.map((choice, i): Row => {
      const chosen = bet === i;
      return [
        run(`  [${i + 1}] `, "strong"),
        run(choice, chosen ? "pick" : "plain"),
        run(chosen ? "  yours" : "", "dim"),
      ];
    }),
  ];
}

/** No bet is owed; where one is offered and not placed, the key says so. */
const beginKeys = ({ level, bet }: BriefView): readonly string[] =>
  footer("brief").map((text) =>
    level.story.bet !== null && bet === null
      ? text.replace(/ begin$/, " begin without a bet")
      : text,
  );

/** How often a level is played; an evening is a round, however long its ticks are. */
export function roundsText({ evenings }: Level): string {
  const ticks = Math.max(...evenings.map(({ length }) => length));
  const rounds = `${evenings.length} rounds, called evenings, of up to ${ticks} ticks`;
  return evenings.length > 1 ? ` You play ${rounds}.` : "";
}

export function briefRows(view: BriefView, size: Size, look: Look): readonly Row[] {
  const { columns } = size;
  const { story, id } = view.level;
  const wide = Math.min(columns - 4, 76);
  const goals = story.goals.map((goal) => row(`  [ ] ${goal.text}`));
  const body = [
    blank,
    ...paragraph(story.brief, wide).map((line) => indent(line, 2)),
    blank,
    [run("  GOALS", "dim")],
    ...goals.map((line) => indent(line)),
    blank,
    ...paragraph(
      `You cannot see ${story.hidden}. One tick is ${story.tick}.${roundsText(view.level)}`,
      wide,
      "dim",
    ).map((line) => indent(line, 2)),
    ...(view.offer && story.hints.length > 0
      ? [
          row(
            "  This one is slow to open up. On the board, [H] gives a hint, in three steps.",
            "dim",
          ),
        ]
      : []),
    ...betRows(view, wide),
  ];
  const keys = hints(
    view.underWay ? [`[${keyOf("brief", "play")}] back to it`] : beginKeys(view),
    columns,
  );
  return [
    ends(
      [run(` ${story.title}`, "strong"), run(`  ${idText(id)}`, "dim")],
      row(`${view.seed} `, "dim"),
      columns,
    ),
    ruler(look, columns),
    ...exactly(body, size.rows - 2 - keys.length),
    ...keys,
  ].map((line) => sized(line, columns));
}
