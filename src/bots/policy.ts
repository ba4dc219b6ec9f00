/** A policy: a way of playing with numbers left open, described as data so that a level file can set them. */
import type { Bot } from "./bot.ts";
import { nearest } from "./nearest.ts";

export type Parameter = { readonly name: string; readonly meaning: string } & (
  | {
      readonly kind: "count";
      readonly fallback: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: "choice"; readonly fallback: string; readonly of: readonly string[] }
);

/** A parameter that is a whole number, within its bounds. */
export const count = (
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
  meaning: string,
): Parameter => ({ name, kind: "count", fallback, least, most, meaning });

/** Every parameter's value, given or its default. */
export type Values = {
  readonly count: (name: string) => number;
  readonly choice: (name: string) => string;
};

export type Policy = {
  readonly name: string;
  readonly meaning: string;
  readonly parameters: readonly Parameter[];
  /** Parameters of it that listen to nothing, for the search of the best blind plan. */
  readonly blind?: readonly Given[];
  readonly make: (values: Values) => Bot;
};

export type Given = { readonly [parameter: string]: number | string };

/** Every combination of some values of each parameter. */
export function product(lists: {
  readonly [parameter: string]: readonly (number | string)[];
}): readonly Given[] {
  return Object.entries(lists).reduce<readonly Given[]>(
    (all, [name, values]) =>
      all.flatMap((given) => values.map((value) => ({ ...given, [name]: value }))),
    [{}],
  );
}

/** "Did you mean", or all that there is. */
export function suggest(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return near === null ? `There are: ${names.join(", ")}.` : `Did you mean ${near}?`;
}

/** What is wrong with the parameters, in a sentence that says what is allowed; null where nothing is. */
export function faultIn({ name, parameters }: Policy, given: Given): string | null {
  const names = parameters.map((parameter) => parameter.name);
  for (const [key, value] of Object.entries(given)) {
    const parameter = parameters.find((one) => one.name === key);
    if (parameter === undefined)
      return names.length === 0
        ? `${name} has no parameters, so no ${key}.`
        : `${name} has no parameter ${key}. ${suggest(key, names)}`;
    const fault = faultOf(parameter, value);
    if (fault !== null) return `${name}: ${fault}`;
  }
  return null;
}

function faultOf(parameter: Parameter, value: number | string): string | null {
  const { name } = parameter;
  switch (parameter.kind) {
    case "count": {
      const { least, most } = parameter;
      return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
        ? null
        : `${name} is a whole number from ${least} to ${most}, not ${value}.`;
    }
    case "choice":
      return parameter.of.includes(String(value))
        ? null
        : `${name} cannot be ${value}. ${suggest(String(value), parameter.of)}`;
  }
}

/** Reads checked parameters. */
export function valuesOf({ parameters }: Policy, given: Given): Values {
  const all = new Map(parameters.map(({ name, fallback }) => [name, given[name] ?? fallback]));
  return { count: (name) => Number(all.get(name)), choice: (name) => String(all.get(name)) };
}
