/** A proof's results as a person wants to read them: ASCII, 80 columns or more. */
import type { Blind } from "./blind.ts";
import type { Verdict } from "./claim.ts";
import type { BotResult, ProofResult } from "./judge.ts";

export type Look = {
  readonly columns: number;
  /** Colour repeats what a word already says. */
  readonly colour: boolean;
};

const marks = { pattern: "*", fails: "-", "also good": "=" } as const;
const signs = { pass: " ", fail: "!", undecided: "?" } as const;
const hues = { pass: 32, fail: 31, undecided: 33 } as const;

const paint = (text: string, verdict: Verdict, colour: boolean): string =>
  colour ? `\u001b[${hues[verdict]}m${text}\u001b[39m` : text;

const said = (verdict: Verdict, colour: boolean): string =>
  paint(verdict.toUpperCase(), verdict, colour);

const percent = (share: number): string => String(Math.round(100 * share));
const decimal = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : "?");
const chance = (p: number): string => (p < 0.001 ? "<.001" : p.toFixed(3).replace(/^0/, ""));
const range = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `[${percent(low)}, ${percent(high)}]`;

/** Everything but the name, which takes what is left of the line. */
const fixed = 54;
const nameWidth = (columns: number): number => Math.min(40, Math.max(20, columns - fixed));
const clip = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 3)}...` : text.padEnd(most);

function line(cells: readonly string[]): string {
  const [mean = "", error = "", one = "", two = "", three = "", bounds = "", better = "", p = ""] =
    cells;
  return (
    mean.padStart(7) +
    error.padStart(5) +
    one.padStart(5) +
    two.padStart(4) +
    three.padStart(4) +
    bounds.padStart(11) +
    better.padStart(6) +
    p.padStart(7)
  );
}

function row(bot: BotResult, { columns, colour }: Look): string {
  const { name, role, mean, error, stars, bounds, against, verdict } = bot;
  const paired = against === null ? ["", ""] : [percent(against.higher), chance(against.p)];
  const cells = [decimal(mean), decimal(error), ...stars.map(percent), range(bounds), ...paired];
  const shown = verdict ?? "pass";
  const sign = paint(signs[shown], shown, colour);
  return `${sign} ${marks[role]} ${clip(name, nameWidth(columns))}${line(cells)}`.trimEnd();
}

const heads = ["mean", "se", "1*", "2*", "3*", "95 % of 2*", "worse", "p"];

const count = (n: number, what: string): string =>
  `${n.toLocaleString("en-US")} ${what}${n === 1 ? "" : "s"}`;

/** Indented lines, broken between words. */
function wrap(text: string, columns: number): string {
  const lines: string[] = [];
  let left = " ";
  for (const word of text.split(" ")) {
    if (left.length + 1 + word.length > columns) {
      lines.push(left);
      left = "   ";
    }
    left += ` ${word}`;
  }
  return [...lines, left].join("\n");
}

function reasons({ bots, never }: ProofResult): readonly string[] {
  const notes = bots.flatMap(({ name, note }) => (note === null ? [] : [`${name}: ${note}.`]));
  return never.length === 0 ? notes : [...notes, `Never happened: ${never.join(", ")}.`];
}

/** The table of a level, with one line at its end that says what came of it, and why. */
export function table(result: ProofResult, look: Look): string {
  const { level, title, evenings, from, seeds, stars, twoStars, margin, bots, verdict } = result;
  const passed = `${level} holds.`;
  const outcome = { pass: passed, fail: `${level} does not hold.`, undecided: "Too few seeds." };
  return [
    `${level}  ${title}  (${count(evenings, "evening")}; ${count(seeds, "seed")} from ${from})`,
    `stars at ${stars.join(", ")}`,
    `wanted: two for * on ${percent(twoStars)} % of the seeds, ${percent(margin)} points more than for -`,
    "",
    `    ${"".padEnd(nameWidth(look.columns))}${line(heads)}`,
    ...bots.map((bot) => row(bot, look)),
    "",
    `${said(verdict, look.colour)}  ${outcome[verdict]}`,
    ...reasons(result).map((reason) => wrap(reason, look.columns)),
    "",
  ].join("\n");
}

/** What the signs in the table mean. */
export const legend =
  "* the pattern   - should fail   = also good   ! does not hold   ? too few seeds\n" +
  "se: standard error of the mean   95 % of 2*: Wilson bounds of that share\n" +
  "1* 2* 3*: % of games with so many stars or more   worse: % of seeds on which\n" +
  "the pattern's outcome is higher   p: exact McNemar test of two stars or not\n";

/** What could be had without listening. */
export function blindLine({ level, candidates, measuredOn, best }: Blind, look: Look): string {
  const { name, mean, error, stars, against, verdict, note } = best;
  const worse = percent(against?.higher ?? 0);
  const verb = said(verdict ?? "pass", look.colour);
  const text =
    `best of ${candidates} blind plans: ${name}; ${decimal(mean)} (se ${decimal(error)}), ` +
    `two stars on ${percent(stars[1])} %, worse on ${worse} % of ${count(measuredOn.seeds, "seed")}`;
  const why = note === null ? "" : `\n${wrap(`${note}.`, look.columns)}`;
  return `${verb}  ${level} without listening\n${wrap(`${text}.`, look.columns)}${why}\n`;
}
