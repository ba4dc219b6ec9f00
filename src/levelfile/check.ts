/** What no single value can get wrong: whether the parts of a tier fit each other. */
import type { Laws } from "../engine/index.ts";
import { type Fields, type ForceName, forceNames, forces } from "../engine/index.ts";
import { faultAt } from "./issue.ts";
import type { Fault } from "./problem.ts";
import { sane } from "./sane.ts";
import type { LevelFile } from "./schema.ts";
import { similar } from "./similar.ts";
import type { Path, Table } from "./tree.ts";

/** Says what is wrong with a policy and its parameters, or null. */
export type CheckBot = (
  policy: string,
  parameters: { readonly [name: string]: number | string },
) => string | null;

export type Complain = (path: Path, problem: string, fix: string) => void;

function complaints(tree: Table, check: (complain: Complain) => void): readonly Fault[] {
  const faults: Fault[] = [];
  check((path, problem, fix) => faults.push(faultAt(tree, path, problem, fix)));
  return faults;
}

/** For each evening: what the rules will read. */
export const checkLaws = (tree: Table, laws: Laws, topics: readonly string[]): readonly Fault[] =>
  complaints(tree, (complain) => {
    if (!laws.verbs.some((verb) => verb === "wait" || verb === "wait for news"))
      complain(["verbs"], "nothing here lets time pass.", "Add wait for news.");
    laws.partner.away.forEach(({ from, to }, i) => {
      if (to < from)
        complain(
          ["partner", "away", i],
          "this ends before it begins.",
          `Write to: ${from} or more.`,
        );
    });
    checkTopics(laws, topics, complain);
    checkOpening(laws, complain);
    sane(laws, complain);
  });

/** An ask that opens too late for any answer would cost a player who did nothing wrong. */
function checkOpening(laws: Laws, complain: Complain): void {
  const { waits } = laws.forces;
  const latest = laws.length - laws.out.delay[0] - laws.in.delay[0];
  if (waits === undefined || waits.daily > 0) return;
  for (const [i, { opens }] of waits.asks.entries())
    if (opens > latest)
      complain(
        ["forces", "waits", "asks", i, "opens"],
        `an ask that opens at ${opens} cannot be answered before the evening ends at ${laws.length}.`,
        `Let it open by ${latest}, or make the evening longer.`,
      );
}

/** Every topic that a force's numbers name: where, and what; a list's own `about` only once. */
function checkTopics(laws: Laws, topics: readonly string[], complain: Complain): void {
  for (const name of forceNames) {
    const law: unknown = laws.forces[name];
    if (law !== undefined) checkNamed(forces[name].fields, law, ["forces", name], topics, complain);
  }
}

const valueIn = (law: unknown, name: string): unknown =>
  typeof law === "object" && law !== null
    ? Object.entries(law).find(([key]) => key === name)?.[1]
    : undefined;

function checkNamed(
  fields: Fields,
  law: unknown,
  path: Path,
  topics: readonly string[],
  complain: Complain,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = valueIn(law, name);
    const at = [...path, name];
    if (field.type === "topic" && typeof value === "string" && !topics.includes(value)) {
      const meant = similar(value, topics);
      const fix = meant === null ? "Add it to topics." : `Did you mean ${meant}?`;
      complain(at, `there is no topic ${value}.`, fix);
    }
    if (field.type !== "list" || !Array.isArray(value)) continue;
    const items: readonly unknown[] = value;
    const abouts = items.map((item) => valueIn(item, "about"));
    for (const [i, item] of items.entries()) {
      checkNamed(field.of, item, [...at, i], topics, complain);
      const twice = abouts[i] !== undefined && abouts.indexOf(abouts[i]) < i;
      if (twice && field.of["about"]?.type === "topic")
        complain(
          [...at, i, "about"],
          `${abouts[i]} stands here twice.`,
          "Give each a topic of its own.",
        );
    }
  }
}

const forceOf = (dotted: string): ForceName | undefined =>
  forceNames.find((name) => dotted.startsWith(`${name}.`));

/** For a tier as a whole: goals, score and proof. */
export const checkTier = (tree: Table, file: LevelFile, checkBot: CheckBot): readonly Fault[] =>
  complaints(tree, (complain) => {
    const { choices = [], pattern = 1 } = file.bet ?? {};
    if (file.bet !== undefined && pattern > choices.length)
      complain(
        ["bet", "pattern"],
        `there are ${choices.length} choices, and this names number ${pattern}.`,
        `Write a number from 1 to ${choices.length}.`,
      );
    const on = (dotted: string): boolean => {
      const force = forceOf(dotted);
      return force !== undefined && file.forces[force] !== undefined;
    };
    file.goals.forEach((goal, i) => {
      if (!on(goal.of))
        complain(
          ["goals", i, "of"],
          `the force of ${goal.of} is not at work.`,
          "Add it to forces.",
        );
      if (goal.atLeast === undefined && goal.atMost === undefined)
        complain(["goals", i], "this goal has no bound.", "Add atLeast: 1 or atMost: 0.");
    });
    for (const measure of Object.keys(file.outcome ?? {}))
      if (!on(measure))
        complain(["outcome", measure], "its force is not at work.", "Add it to forces.");
    if (file.stars && !file.outcome && !on("waits.value"))
      complain(
        ["stars"],
        "there is no outcome to give stars for.",
        `Add outcome: { ${known}: 1 }.`,
      );
    checkProof(file, checkBot, complain);
  });

const known = forceNames.flatMap((name) =>
  Object.keys(forces[name].measures ?? {}).map((measure) => `${name}.${measure}`),
)[0];

function checkProof({ proof, stars }: LevelFile, checkBot: CheckBot, complain: Complain): void {
  if (proof === undefined) return;
  if (stars === undefined)
    complain(["proof"], "a proof counts stars, and there are none.", "Add stars: [25, 50, 70].");
  const patterns = proof.bots.filter(({ role }) => role === "pattern").length;
  if (patterns !== 1)
    complain(
      ["proof", "bots"],
      `expected one bot with the role pattern; found ${patterns}.`,
      "Give role: pattern to the one that plays the pattern.",
    );
  proof.bots.forEach((bot, i) => {
    const path = ["proof", "bots", i];
    if (proof.bots.findIndex(({ name }) => name === bot.name) < i)
      complain([...path, "name"], `two bots are called ${bot.name}.`, "Rename one.");
    const wrong = checkBot(bot.policy, bot.with);
    if (wrong !== null) complain(path, wrong, "Mend policy or with.");
  });
}
