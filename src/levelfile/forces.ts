/** The part of a level file that sets the forces, built from what each force says of its own numbers. */
import * as v from "valibot";
import { type Field, type Fields, type ForceLaws, forceNames, forces } from "../engine/index.ts";
import { amount, listOf, map, pair, type Schema, whole, word } from "./expect.ts";

/** No level needs more, and a game's cost grows with them. */
const MOST_TICKS = 10_000;
const MOST_AMOUNT = 1_000_000;

function schemaOf(field: Field): Schema<unknown> {
  switch (field.type) {
    case "ticks":
      return whole(field.about, field.least, MOST_TICKS, Math.max(field.least, 4));
    case "amount":
      return amount(field.about, field.least, MOST_AMOUNT, Math.max(field.least, 1));
    case "perMille":
      return whole(field.about, 0, 1000, 300);
    case "span":
      return pair(field.about, amount(field.about, 0, MOST_AMOUNT, 1), "numbers", [0.3, 1.2]);
    case "word":
    case "topic":
      return word(field.about, "friday");
    case "list":
      return listOf(field.about, map("", entriesOf(field.of)), [0, 64], []);
  }
}

const entriesOf = (fields: Fields): { [name: string]: Schema<unknown> } =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]));

/** Typed here, where it is made: `LawOf` and `schemaOf` read the same descriptors. */
export function forcesSchema(): Schema<ForceLaws>;
export function forcesSchema(): Schema<object> {
  const all = forceNames.map((name) => {
    const { fields } = forces[name];
    return [name, v.exactOptional(map(`the force ${name}`, entriesOf(fields)))] as const;
  });
  return map("the forces at work, with their numbers", Object.fromEntries(all));
}

const namesOf = (part: "gauges" | "measures"): readonly string[] =>
  forceNames.flatMap((name) => Object.keys(forces[name][part] ?? {}).map((n) => `${name}.${n}`));

/** "force.gauge", for goals. */
export const gaugeNames: readonly string[] = namesOf("gauges");
/** "force.measure", for scores. */
export const measureNames: readonly string[] = namesOf("measures");
