/** Credits and further reading: the papers behind each level, the essay behind all of them, the libraries. */
import type { Level } from "../../session/index.ts";
import { blank, indent, paragraph, type Row, row } from "../row.ts";

const essay =
  'The idea is from an essay, "What Distributed Systems Taught Me About Relationships", which sees the same nine problems in networks and in keeping close. All words here are the game\'s own.';
const libraries =
  "Made with Ink, React, immer, valibot, string-width, env-paths and is-unicode-supported (MIT licence), and yaml (ISC licence).";

export function creditsRows(levels: readonly Level[], columns: number): readonly Row[] {
  const wide = Math.min(columns - 4, 100);
  const say = (text: string, by: number): readonly Row[] =>
    paragraph(text, wide - by).map((line) => indent(line, 2 + by));
  const orders = [...new Set(levels.map(({ story }) => story.order))].sort((a, b) => a - b);
  const papers = orders.flatMap((order): readonly Row[] => {
    const tiers = levels.filter(({ story }) => story.order === order);
    const reading = new Set(tiers.flatMap(({ story }) => story.debrief.reading));
    const title = `  ${order}  ${tiers[0]?.story.title ?? ""}`;
    return [row(title, "strong"), ...[...reading].flatMap((text) => say(text, 3)), blank];
  });
  return [
    blank,
    ...say(essay, 0),
    blank,
    row("  Further reading, level by level", "dim"),
    blank,
    ...papers,
    ...say(libraries, 0),
  ];
}
