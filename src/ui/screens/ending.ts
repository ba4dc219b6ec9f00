/** The end of the whole game, and whether it has been reached. */
import type { Level } from "../../session/index.ts";
import { baseOf } from "../cast.ts";
import type { Line } from "../diagram/crossing.ts";
import { type Drawing, drawLine, drawQuiet } from "../diagram/draw.ts";
import { blank, indent, paragraph, type Row, run, wrap } from "../row.ts";
import type { Kept } from "../shelf.ts";
import type { Look } from "../theme.ts";

/** How many levels were played to an end, calmly or not, in any tier; rehearsals and games that were left do not count. */
export function reached(
  levels: readonly Level[],
  { games, progress }: Kept,
): { readonly done: number; readonly of: number } {
  const calm = games.filter((game) => game.calm && game.state === "ended" && game.note !== "left");
  const played = new Set([...progress.keys(), ...calm.map(({ level }) => level)].map(baseOf));
  const all = new Set(levels.map(({ id }) => baseOf(id)));
  return { done: [...all].filter((base) => played.has(base)).length, of: all.size };
}

/** Whether the levels are the game's own, and all of them were played to an end. */
export function isOver(levels: readonly Level[], kept: Kept): boolean {
  const { done, of } = reached(levels, kept);
  return done === of && levels.some(({ id }) => baseOf(id) === "finale");
}

/** What each level came to, in its own words. */
const ideas: { readonly [base: string]: string } = {
  prologue: "Nothing heard is nothing known.",
  backoff: "When no answer comes, leave a wider gap each time.",
  timeouts: "Say how long you will wait before the waiting starts.",
  heartbeats: "Small and often carries further than grand and seldom.",
  consistency: "Agree on the few things that must match. The rest may drift.",
  backpressure: "Ask how much room there is before you pour.",
  degradation: "On a low day keep the core, and say which day it is.",
  idempotency: "One wrong, one apology. If it must be said again, it is the same one.",
  generals: "You will never both be sure. One more round for what matters, then go.",
  trust: "What you know of each other goes stale. Look after it while that is cheap.",
  finale: "Look at the weather first, and then for a tool.",
};

const nameColumns = 25;

function ideasOf(
  levels: readonly Level[],
): readonly { readonly title: string; readonly idea: string }[] {
  const first = levels.filter(
    ({ id }, i) => levels.findIndex((other) => baseOf(other.id) === baseOf(id)) === i,
  );
  return first.map(({ id, story }) => ({ title: story.title, idea: ideas[baseOf(id)] ?? "" }));
}

const opening =
  "That was the last of them. The line is as bad as it was on the first evening. You are better at it, which is the only end of it that was ever yours.";
const closing = [
  "This was a game, and whoever was at the other end of it was arithmetic. People are people, and they can be asked.",
  "Thank you for the evenings. If somebody came to mind on the way, they may be glad to hear so. There is no hurry.",
  "All of it stays where it is: the map, the seeds, and whom you kept in touch with.",
] as const;

const nothing: Line = {
  tick: 0,
  leftOut: null,
  leftIn: null,
  rightIn: null,
  rightOut: null,
  wireOut: null,
  wireIn: null,
};
const asked = "Soup on Friday?";
const answer = "Yes. Bring a bowl.";

/** What the last picture shows, line by line: the first question of all, its answer lost, and sent again. */
const crossing: readonly Partial<Line>[] = [
  { leftOut: { label: ` ${asked} `, certainty: "sure" } },
  { rightIn: { label: "", certainty: "sure" } },
  { rightOut: { label: ` ${answer} `, certainty: "lost" } },
  {},
  { rightOut: { label: ` ${answer} `, certainty: "sure" } },
  { leftIn: { label: "", certainty: "sure" } },
];
const inWords = `You: ${asked} They: ${answer} It is lost. They: ${answer} It gets through, and both of you go on.`;

function picture({ glyphs }: Look, columns: number): readonly Row[] {
  const half = Math.floor((Math.min(columns, 78) - 6) / 2);
  const drawing: Drawing = { glyphs, half, now: 1, lifted: false, beyond: () => [] };
  const lines = crossing.map((line) => drawLine({ ...nothing, ...line }, drawing));
  // No ticks: this is no evening of anyone's.
  return [...lines, drawQuiet(1, drawing)].map(([, ...rest]) => indent(rest, 2));
}

export function endingRows(levels: readonly Level[], columns: number, look: Look): readonly Row[] {
  const wide = Math.min(columns - 4, 76);
  const say = (text: string): readonly Row[] =>
    paragraph(text, wide).map((line) => indent(line, 2));
  const listed = ideasOf(levels).flatMap(({ title, idea }) =>
    wrap(idea, columns - nameColumns - 4).map(
      (text, i): Row => [run(`  ${(i === 0 ? title : "").padEnd(nameColumns)}`, "dim"), run(text)],
    ),
  );
  return [
    blank,
    ...say(opening),
    blank,
    ...picture(look, columns),
    blank,
    ...listed,
    ...closing.flatMap((text) => [blank, ...say(text)]),
  ];
}

/** The same, line by line. */
export const endingTexts = (levels: readonly Level[]): readonly string[] => [
  opening,
  inWords,
  ...ideasOf(levels).map(({ title, idea }) => `${title}: ${idea}`),
  ...closing,
];

/** What is said while it has not been reached. */
export const notYet = ({ done, of }: { readonly done: number; readonly of: number }): string =>
  `The ending comes once all ${of} levels were played: ${done} so far.`;
