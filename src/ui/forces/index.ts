/** Every force's part of the screen. A force without one does not compile. */
import {
  type Event,
  type Fact,
  type ForceName,
  forceOf,
  type Level,
  type Observation,
  type Term,
} from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import { shares } from "../shares.ts";
import { beats } from "./beats.ts";
import { credit } from "./credit.ts";
import { endings } from "./endings.ts";
import { incidents } from "./incidents.ts";
import { inflow } from "./inflow.ts";
import { limits } from "./limits.ts";
import { modes } from "./modes.ts";
import { overload } from "./overload.ts";
import type { Mark, Part } from "./part.ts";
import { plans } from "./plans.ts";
import { replicas } from "./replicas.ts";
import { season } from "./season.ts";
import { trust } from "./trust.ts";
import { waits } from "./waits.ts";
import { weather } from "./weather.ts";

export type { Known, Part } from "./part.ts";

/** In the order in which they are asked for words. */
const parts: { readonly [Name in ForceName]: Part<Name> } = {
  plans,
  incidents,
  trust,
  limits,
  replicas,
  credit,
  inflow,
  modes,
  beats,
  waits,
  endings,
  overload,
  season,
  weather,
};

/** A part whose own events are told by `clauseOf`. */
export type AnyPart = Omit<Part<ForceName>, "says">;

const isForce = (name: string): name is ForceName => Object.hasOwn(parts, name);

/** The parts of the forces at work, in the order of the table. */
export const partsOf = ({ forces }: Observation): readonly AnyPart[] =>
  Object.keys(parts).flatMap((name) => (isForce(name) && forces[name] ? [parts[name]] : []));

/** The instruments that stand first: how things are, then what has to be decided. */
const leading: readonly ForceName[] = ["beats", "inflow", "plans", "incidents", "endings"];

/** The parts that have an instrument, in the order in which these stand on the board. */
export function instrumentsOf({ forces }: Observation): readonly AnyPart[] {
  const names = new Set([...leading, ...Object.keys(parts).filter(isForce)]);
  return [...names].flatMap((name) => (forces[name] && parts[name].panel ? [parts[name]] : []));
}

/** The same for who has a level and no observation: a tone means what the forces of its own level say. */
export const partsIn = ({ evenings: [laws] }: Level): readonly AnyPart[] =>
  Object.keys(parts).flatMap((name) => (isForce(name) && laws?.forces[name] ? [parts[name]] : []));

/** How to read the signs of a level's own instruments. */
export const readingIn = (cast: Cast): readonly string[] =>
  partsIn(cast.level).flatMap(({ reading }) => reading?.(cast) ?? []);

export const allParts: readonly AnyPart[] = Object.values(parts);

type Say = (event: Event, cast: Cast, alone: boolean) => string | null;

/** What the narrator says of an event that belongs to a force; null also for one that belongs to none. */
export function clauseOf(event: Event, cast: Cast, alone: boolean): string | null {
  const name = forceOf(event.kind);
  if (name === null) return null;
  const says: { readonly [kind: string]: Say } = sayings(name);
  return says[event.kind]?.(event, cast, alone) ?? null;
}

/** A force's table is typed event by event; by its kind, an event meets its own entry alone. */
function sayings(name: ForceName): { readonly [kind: string]: Say };
function sayings(name: ForceName): object {
  return parts[name].says;
}

/** What stands beside your lane for an event that is no message; null for most. */
export function laneOf(event: Event): Mark | null {
  const name = forceOf(event.kind);
  return name === null ? null : (parts[name].lane?.(event) ?? null);
}

/** What a term of an outcome is called. */
export function termName(of: Term["of"]): string {
  const [name = "", item = ""] = of.split(".");
  return isForce(name) ? (parts[name].terms?.[item] ?? item) : item;
}

/** What each term comes to in whole numbers that add up to the outcome's. */
export const wholeTerms = (terms: readonly Term[], outcome: number): readonly number[] =>
  shares(
    terms.map(({ amount }) => amount),
    Math.round(outcome),
  );

/** "both there 41, messages -12": what an outcome is made of, where that is more than one thing; it adds up. */
export function termsText(terms: readonly Term[], outcome: number): string {
  const told = wholeTerms(terms, outcome).flatMap((whole, i) => {
    const term = terms[i];
    return whole === 0 || term === undefined ? [] : [`${termName(term.of)} ${whole}`];
  });
  return told.length > 1 ? told.join(", ") : "";
}

/** What a fact on the card says: its code begins with its force. */
export function factOf(fact: Fact, cast: Cast, par: Fact | null): readonly string[] {
  const [name = ""] = fact.code.split(".");
  return isForce(name) ? (parts[name].fact?.(fact, cast, par) ?? []) : [];
}
