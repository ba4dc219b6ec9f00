/** The kinds of value a file can hold. Each says what it expects and shows one, for errors and editors alike. */
import * as v from "valibot";
import { notOneCell, unprintable } from "./problem.ts";

/** What was expected and an example of it travel together in valibot's message. */
const says = (expected: string, example: unknown): string => `${expected}\t${flow(example)}`;
/** Where an example says less than a remedy does. */
const asks = (expected: string, remedy: string): string => `${expected}\t\t${remedy}`;
export const heard = (message: string): readonly [expected: string, ...rest: string[]] => {
  const [expected = "", ...rest] = message.split("\t");
  return [expected, ...rest];
};

/** A value as one would write it on one line of YAML. */
export function flow(value: unknown): string {
  if (typeof value === "string")
    return /^[A-Za-z][\w ,.?]*$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const items = Object.entries(value).map(([key, item]) => `${key}: ${flow(item)}`);
  return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
}

export type Schema<Out> = v.GenericSchema<unknown, Out>;

/** What a player can type and a path can hold. */
const ID = /^[a-z][a-z0-9-]{0,31}$/;
const AN_ID = "an id of a-z, 0-9 and -, beginning with a letter";

export function whole(about: string, least: number, most: number, example: number): Schema<number> {
  const message = says(`a whole number from ${least} to ${most}`, example);
  return v.pipe(
    v.unknown(),
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
    v.description(about),
    v.examples([example]),
  );
}

export function amount(
  about: string,
  least: number,
  most: number,
  example: number,
): Schema<number> {
  const message = says(`a number from ${least} to ${most}`, example);
  return v.pipe(
    v.unknown(),
    v.number(message),
    v.minValue(least, message),
    v.maxValue(most, message),
    v.description(about),
    v.examples([example]),
  );
}

type Pair = readonly [low: number, high: number];

export function pair(about: string, of: Schema<number>, kind: string, example: Pair): Schema<Pair> {
  const message = says(`two ${kind}, low then high`, example);
  return v.pipe(
    v.unknown(),
    v.tuple([of, of], message),
    v.check(([low, high]) => low <= high, message),
    v.description(about),
    v.examples([[example[0], example[1]]]),
  );
}

/** Three numbers, each above the one before. */
export function rising(about: string, example: readonly [number, number, number]) {
  const message = says("three numbers, each above the one before", example);
  const one = v.pipe(v.number(message), v.minValue(-1000, message), v.maxValue(1000, message));
  return v.pipe(
    v.unknown(),
    v.tuple([one, one, one], message),
    v.check(([a, b, c]) => a < b && b < c, message),
    v.description(about),
    v.examples([[example[0], example[1], example[2]]]),
  );
}

/** Free names with a number or a short text each. */
export function parameters(about: string, example: { [name: string]: number | string }) {
  const message = says("names with a number or a word each", example);
  const value = v.union(
    [v.pipe(v.number(), v.maxValue(1e6)), v.pipe(v.string(), v.maxLength(40))],
    says("a number or a word", 4),
  );
  return v.pipe(
    v.unknown(),
    v.record(v.string(), value, message),
    v.description(about),
    v.examples([example]),
  );
}

/** A map whose keys are ids that the level chooses. */
export function named<Item>(about: string, of: Schema<Item>, most: number, example: string) {
  const message = says(`a map of at most ${most}, by id`, { [example]: exampleOf(of) });
  return v.pipe(
    v.unknown(),
    v.record(v.pipe(v.string(), v.regex(ID, says(AN_ID, example))), of, message),
    v.check((all) => Object.keys(all).length <= most, message),
    v.description(about),
    v.metadata({ example: { [example]: exampleOf(of) } }),
  );
}

export function word(about: string, example: string): Schema<string> {
  const message = says(AN_ID, example);
  return v.pipe(
    v.unknown(),
    v.string(message),
    v.regex(ID, message),
    v.description(about),
    v.examples([example]),
  );
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** One paragraph of prose: bounded in words, and in characters for texts without spaces. */
export function prose(about: string, words: number, example: string): Schema<string> {
  const most = words * 12;
  const message = says("a text", example);
  const long = (what: string): string => asks(what, "Shorten it.");
  return v.pipe(
    v.unknown(),
    v.string(message),
    v.check((text) => text.trim() !== "", message),
    v.check(
      (text) => !unprintable.test(text),
      asks(
        "one paragraph without control characters",
        "Fold it with >- and remove what cannot be seen.",
      ),
    ),
    v.check(
      // What is unprintable has been said already.
      (text) => unprintable.test(text) || !notOneCell.test(text),
      asks(
        "letters that take one cell each, as Latin, Greek and Cyrillic ones do",
        "The screens put a letter to a cell.",
      ),
    ),
    v.check((text) => wordsIn(text) <= words, long(`at most ${words} words`)),
    v.maxLength(most, long(`at most ${most} characters`)),
    v.description(about),
    v.examples([example]),
  );
}

export function oneOf<const Choice extends string>(
  about: string,
  choices: readonly Choice[],
): Schema<Choice> {
  const message = says(`one of: ${choices.join(", ")}`, choices[0]);
  return v.pipe(v.unknown(), v.picklist(choices, message), v.description(about));
}

export function listOf<Item>(
  about: string,
  of: Schema<Item>,
  [least, most]: Pair,
  example: readonly NoInfer<Item>[],
): Schema<Item[]> {
  const count = least === most ? `${most}` : `${least} to ${most}`;
  const message = says(`a list of ${count}`, example);
  return v.pipe(
    v.unknown(),
    v.array(of, message),
    v.minLength(least, message),
    v.maxLength(most, message),
    v.description(about),
    v.examples([[...example]]),
  );
}

type Entries = v.ObjectEntries;

function exampleOf(schema: Entries[string] | undefined): unknown {
  if (schema === undefined) return undefined;
  const examples: readonly unknown[] = v.getExamples(schema);
  return examples[0] ?? v.getMetadata(schema)["example"];
}

/** A map whose keys are known. What is missing or unknown is told by name. */
export function map<const E extends Entries>(about: string, entries: E) {
  const message = (issue: v.BaseIssue<unknown>): string => {
    if (issue.expected === "Object") return says("keys and values", examplesOf(entries));
    const key = String(issue.path?.at(-1)?.key);
    if (issue.expected === "never") return `unknown\t${Object.keys(entries).join("\t")}`;
    const schema = entries[key];
    const what = schema === undefined ? "" : (v.getDescription(schema) ?? "");
    return `missing\t${what}\t${flow(exampleOf(schema) ?? "...")}`;
  };
  return v.pipe(
    v.unknown(),
    v.strictObject(entries, message),
    v.description(about),
    v.metadata({ example: examplesOf(entries) }),
  );
}

function examplesOf(entries: Entries): { [key: string]: unknown } {
  const shown = Object.entries(entries).filter(([, schema]) => schema.type !== "exact_optional");
  return Object.fromEntries(shown.map(([key, schema]) => [key, exampleOf(schema)]));
}
