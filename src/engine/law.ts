/** The numbers a level file may set: each is described once, and typed, checked and drawn from that. */
import { unit } from "./luck.ts";
import { milli } from "./number.ts";

/** One number or text in a level file. `about` is printed in the schema and in error messages. */
export type Field =
  | { readonly type: "ticks"; readonly about: string; readonly least: number }
  | { readonly type: "amount"; readonly about: string; readonly least: number }
  | { readonly type: "perMille"; readonly about: string }
  | { readonly type: "span"; readonly about: string }
  | { readonly type: "word"; readonly about: string }
  /** The id of one of the level's topics. */
  | { readonly type: "topic"; readonly about: string }
  | { readonly type: "list"; readonly about: string; readonly of: Fields };
export type Fields = { readonly [name: string]: Field };

/** From low to high, both included: each game draws its own number in between. */
export type Span = readonly [low: number, high: number];

type Value<F extends Field> = F extends { type: "ticks" | "amount" | "perMille" }
  ? number
  : F extends { type: "span" }
    ? Span
    : F extends { type: "word" | "topic" }
      ? string
      : F extends { type: "list"; of: infer Of extends Fields }
        ? readonly LawOf<Of>[]
        : never;

/** The plain values that a set of fields describes. */
export type LawOf<F extends Fields> = { readonly [Name in keyof F]: Value<F[Name]> };

export const ticks = (about: string, least = 0) => ({ type: "ticks", about, least }) as const;
export const amount = (about: string, least = 0) => ({ type: "amount", about, least }) as const;
export const perMille = (about: string) => ({ type: "perMille", about }) as const;
export const span = (about: string) => ({ type: "span", about }) as const;
export const word = (about: string) => ({ type: "word", about }) as const;
export const topic = (about: string) => ({ type: "topic", about }) as const;
export const list = <const Of extends Fields>(about: string, of: Of) =>
  ({ type: "list", about, of }) as const;

/** A number drawn evenly from a span. `draw` is a uint32 from `luck`. */
export const even = ([low, high]: Span, draw: number): number =>
  milli(low + (high - low) * unit(draw));

/** A number drawn evenly on the logarithm of a span, for what varies by factors. Low must be above 0. */
export const byFactor = ([low, high]: Span, draw: number): number =>
  milli(low * Math.exp(Math.log(high / low) * unit(draw)));

/** The factor kept per tick by what fades with time constant `tau` (in ticks): exp(-1/tau). */
export const keptPerTick = (tau: number): number => Math.exp(-1 / tau);
