/** Whatever the board says can be heard in lines: the facts are taken from the board's own parts, so none is forgotten. */
import { expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { luck, type Open, root, unit } from "../../src/engine/index.ts";
import { type Level, openSession, type Session, seedFrom } from "../../src/session/index.ts";
import type { Claim } from "../../src/ui/diagram/claims.ts";
import { crossings, sceneOf } from "../../src/ui/diagram/crossing.ts";
import { partsOf } from "../../src/ui/forces/index.ts";
import {
  actionsText,
  diagramText,
  energyText,
  goalsText,
  logText,
  sideText,
  waitsText,
} from "../../src/ui/linear/queries.ts";
import { report } from "../../src/ui/linear/telling.ts";
import { textOf } from "../../src/ui/row.ts";
import { timers } from "../../src/ui/screens/board.ts";
import { ascii, boardOf, castOf, levels } from "./support.ts";

const seed = seedFrom(5);

/** The pattern's bot and one other, by name. */
function botsOf({ proof }: Level) {
  const all = proof?.bots ?? [];
  const pattern = all.filter(({ role }) => role === "pattern").slice(0, 1);
  const other = all.filter(({ role }) => role !== "pattern").slice(0, 1);
  return [...pattern, ...other].map(({ policy, with: given }) => {
    const made = botOf(policy, given);
    if (!made.ok) throw new Error(made.problem);
    return made.bot;
  });
}

/** Numbers of a row, without the bars, which picture what stands beside them, and without keys. */
const numbersIn = (text: string): readonly string[] =>
  text.replace(/\[[^\]]*\]/g, " ").match(/\d+(\.\d+)?/g) ?? [];

/** Every row of every instrument, its heading aside. */
function rowsOf(session: Session): readonly { row: string; words: string }[] {
  const { cast, open, events } = boardOf(session);
  const known = { cast, open, events };
  const elsewhere = [waitsText(cast, session), goalsText(session), actionsText(session)];
  return partsOf(open).flatMap((part) => {
    const words = [...(part.sentences?.(known) ?? []), ...elsewhere].join("\n");
    return (
      (part.panel?.(known, 200, ascii) ?? [])
        .slice(1)
        .map((row) => ({ row: textOf(row).trim(), words }))
        // An axis is a picture of numbers that the sentence says one by one.
        .filter(({ row }) => !/^[.|\d]+$/.test(row))
    );
  });
}

/** How a claim of the diagram is heard. */
function claimedIn(claim: Claim | undefined): readonly string[] {
  if (claim?.certainty === "maybe") return [`1 of ${claim.of} that landed by tick ${claim.by}`];
  if (claim?.certainty !== "sure") return [];
  const [from, to] = claim.within;
  return from === to ? [`landed at tick ${to}`] : [`landed between ticks ${from} and ${to}`];
}

/** What the board says at this turn and the lines do not. */
function missing(session: Session, transcript: string): readonly string[] {
  const { cast, open, goals, orders, limit } = boardOf(session);
  const side = sideText(cast, session);
  const numbers = rowsOf(session).flatMap(({ row, words }) => {
    const heard: readonly string[] = words.match(/\d+(\.\d+)?/g) ?? [];
    return numbersIn(row)
      .filter((n) => !heard.includes(n))
      .map((n) => `t${open.tick} ${n} of "${row}"\n${words}`);
  });
  const all = [side, energyText(cast, session), goalsText(session), transcript].join("\n");
  const facts = [
    `Tick ${open.tick}.`,
    ...goals.map(({ text }) => text),
    ...(open.energy === null ? [] : [`Energy ${Math.floor(open.energy * 10 + 1e-6) / 10} of`]),
    ...(limit === null ? [] : [`after ${limit} tick`]),
    ...orders.map(({ deed }) => deed),
    ...session.waiting().filter((key) => !waitsText(cast, session).includes(`${key}, `)),
  ];
  const claims = diagramText(cast, session);
  const shown = crossings(sceneOf(cast, open, session.heard()))
    .filter(({ rightIn }) => rightIn !== null && claims.includes(`${rightIn.label}, sent`))
    .flatMap(({ rightIn }) => claimedIn(rightIn?.claim));
  const ahead = timers(boardOf(session)).map(({ tick, text }) => `tick ${tick}: ${text}`);
  const undrawn = [...shown, ...ahead].filter((claim) => !claims.includes(claim));
  const said = logText(cast, session, 999)
    .split("\n")
    .filter((line) => line !== "Nothing was said yet.")
    .map((line) =>
      line.replace(/^Tick \d+\. (you: (\(a\d+ again\) )?)?/, "").replace(/ \(unconfirmed\)$/, ""),
    );
  return [...numbers, ...undrawn, ...[...facts, ...said].filter((fact) => !all.includes(fact))];
}

test.each(levels.map((level) => [level.id, level] as const))(
  "in %s every fact on the board is in the lines so far, or can be asked for",
  (_, level) => {
    let looks = 0;
    const lost: string[] = [];
    for (const bot of botsOf(level)) {
      const session = openSession(level, seed);
      const cast = castOf(level);
      const draw = (a: number, b: number): number => unit(luck(root(seed), "bot", a, b));
      let transcript = report(cast, [], 0, session);
      for (let turn = 0; session.observe().ended === null && turn < 400; turn++) {
        if (turn % 5 === 0) {
          looks += 1;
          lost.push(...missing(session, transcript));
        }
        const from = session.observe().tick;
        transcript += `\n${report(cast, session.play(bot(structuredClone(session.observe()) as Open, draw)), from, session)}`;
      }
    }
    expect(lost.slice(0, 3)).toEqual([]);
    expect(looks).toBeGreaterThan(level.id === "prologue" ? -1 : 4);
  },
);
