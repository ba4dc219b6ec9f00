/** What the schema found wrong, in words and at its place. */
import type * as v from "valibot";
import { flow, heard } from "./expect.ts";
import { type Fault, shown } from "./problem.ts";
import { similar } from "./similar.ts";
import { find, type Path, plain, type Table, type Tree } from "./tree.ts";

/** forces.waits.asks[2].about */
const written = (path: Path): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");

const seen = (tree: Tree | null): string => {
  if (tree === null) return "nothing";
  if (tree.kind === "map") return "keys and values";
  if (tree.kind === "list") return shown(flow(plain(tree)), 60);
  const { value } = tree;
  if (value === null) return "nothing";
  return shown(typeof value === "string" ? JSON.stringify(value) : String(value), 60);
};

/** A problem of one's own at a path, in the schema's manner. */
export const faultAt = (tree: Table, path: Path, problem: string, fix: string): Fault => ({
  at: find(tree, path).at,
  problem: `${written(path)}: ${problem}`,
  fix,
});

function unknownKey(tree: Table, path: Path, names: readonly string[]): Fault {
  const key = String(path.at(-1));
  const meant = similar(key, names);
  return {
    at: find(tree, path).keyAt,
    problem: `${written(path)}: there is no such key here.`,
    fix: meant === null ? `There may be: ${names.join(", ")}.` : `Did you mean ${meant}?`,
  };
}

const pathOf = ({ path }: v.BaseIssue<unknown>): Path =>
  (path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));

type Issues = readonly v.BaseIssue<unknown>[];

/** A key that is missing because it is misspelt is told once, as misspelt. */
export function faultsOf(tree: Table, issues: Issues): readonly Fault[] {
  const meant = issues.flatMap((issue) => {
    const [code, ...names] = heard(issue.message);
    const path = pathOf(issue);
    const name = code === "unknown" ? similar(String(path.at(-1)), names) : null;
    return name === null ? [] : [written([...path.slice(0, -1), name])];
  });
  return issues
    .filter(
      (issue) => heard(issue.message)[0] !== "missing" || !meant.includes(written(pathOf(issue))),
    )
    .map((issue) => faultOf(tree, issue));
}

/** As many choices as a sentence can hold: those of the word's own family first. */
function fewOf(choices: readonly string[], word: string): string {
  const family = choices.filter((choice) => choice.split(".")[0] === word.split(".")[0]);
  const few = [...new Set([...family, ...choices])].slice(0, 18);
  const more = choices.length - few.length;
  return more > 0 ? `${few.join(", ")}, and ${more} more` : few.join(", ");
}

function faultOf(tree: Table, issue: v.BaseIssue<unknown>): Fault {
  const path = pathOf(issue);
  const key = path.at(-1);
  const [expected, ...rest] = heard(issue.message);
  if (expected === "unknown") return unknownKey(tree, path, rest);
  if (expected === "missing") {
    const [about, example] = rest;
    const what = about ? ` (${about})` : "";
    return faultAt(tree, path, `this is needed${what}.`, `Add, for example, ${key}: ${example}`);
  }
  const [example = "", remedy] = rest;
  const found = find(tree, path);
  const isKey = issue.path?.at(-1)?.origin === "key";
  const what = isKey ? shown(JSON.stringify(key)) : seen(found.tree);
  const choice = /^one of: (.*)$/.exec(expected)?.[1]?.split(", ");
  const word = found.tree?.kind === "leaf" ? String(found.tree.value) : "";
  const meant = choice && similar(word, choice);
  const wanted = choice ? `one of: ${fewOf(choice, word)}` : expected;
  const write = typeof key === "string" && !isKey ? `${key}: ${example}` : example;
  return {
    at: isKey ? found.keyAt : found.at,
    problem: `${written(path)}: expected ${wanted}; found ${what}.`.replace(/^: e/, "E"),
    fix: remedy ?? (meant == null ? `Write, for example, ${write}` : `Did you mean ${meant}?`),
  };
}
