/** Credits and further reading: the papers behind each level, the essay behind all of them, the libraries. */
import type { Level } from "../../session/index.ts";
import { blank, indent, paragraph, type Row, row } from "../row.ts";

const essay =
  'The idea is from an essay, "What Distributed Systems Taught Me About Relationships", which sees the same nine problems in networks and in keeping close. All words here are the game\'s own.';
const libraries =
  "Made with Ink, React, chalk, immer, valibot, string-width, env-paths and is-unicode-supported (MIT licence), and yaml (ISC licence).";

/** What to read further, by level. */
function papers(
  levels: readonly Level[],
): readonly { readonly title: string; readonly texts: readonly string[] }[] {
  const orders = [...new Set(levels.map(({ story }) => story.order))].sort((a, b) => a - b);
  return orders.map((order) => {
    const tiers = levels.filter(({ story }) => story.order === order);
    const texts = new Set(tiers.flatMap(({ story }) => story.debrief.reading));
    return { title: `${order}  ${tiers[0]?.story.title ?? ""}`, texts: [...texts] };
  });
}

export function creditsRows(levels: readonly Level[], columns: number): readonly Row[] {
  const wide = Math.min(columns - 4, 100);
  const say = (text: string, by: number): readonly Row[] =>
    paragraph(text, wide - by).map((line) => indent(line, 2 + by));
  return [
    blank,
    ...say(essay, 0),
    blank,
    row("  Further reading, level by level", "dim"),
    blank,
    ...papers(levels).flatMap(({ title, texts }) => [
      row(`  ${title}`, "strong"),
      ...texts.flatMap((text) => say(text, 3)),
      blank,
    ]),
    ...say(libraries, 0),
  ];
}

/** The same, line by line. */
export const creditsTexts = (levels: readonly Level[]): readonly string[] => [
  essay,
  "Further reading, level by level.",
  ...papers(levels).map(({ title, texts }) => `${title.replace("  ", " ")}: ${texts.join("; ")}.`),
  libraries,
];
