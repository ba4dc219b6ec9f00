/** The forces of the game. A line here is all it takes for World, Intent, Event and the level schema to know one. */
import type { KernelEvent, KernelSecret } from "../event.ts";
import type { Force, Shape } from "../force.ts";
import type { LawOf } from "../law.ts";
import { beats } from "./beats.ts";
import { credit } from "./credit.ts";
import { endings } from "./endings.ts";
import { incidents } from "./incidents.ts";
import { inflow } from "./inflow.ts";
import { limits } from "./limits.ts";
import { modes } from "./modes.ts";
import { overload } from "./overload.ts";
import { plans } from "./plans.ts";
import { replicas } from "./replicas.ts";
import { season } from "./season.ts";
import { trust } from "./trust.ts";
import { waits } from "./waits.ts";
import { weather } from "./weather.ts";

const listed = {
  overload,
  waits,
  season,
  endings,
  weather,
  limits,
  beats,
  replicas,
  credit,
  inflow,
  modes,
  incidents,
  plans,
  trust,
};

type ShapeOf<F> = F extends Force<infer S extends Shape> ? S : never;
export type Shapes = { readonly [Name in keyof typeof listed]: ShapeOf<(typeof listed)[Name]> };
export type ForceName = keyof Shapes;

export const forces: { readonly [Name in ForceName]: Force<Shapes[Name]> } = listed;
const isForce = (name: string): name is ForceName => name in listed;
export const forceNames: readonly ForceName[] = Object.keys(listed).filter(isForce);

/** The forces that have such a part: whoever asks them all asks only those that would answer. */
export const forcesWith = (part: keyof Force<Shape>): readonly ForceName[] =>
  forceNames.filter((name) => part in forces[name]);

/** What the level sets for each force it uses. */
export type ForceLaws = { readonly [Name in ForceName]?: LawOf<Shapes[Name]["fields"]> };
export type ForcesOpen = { [Name in ForceName]?: Shapes[Name]["open"] };
export type ForcesSealed = { [Name in ForceName]?: Shapes[Name]["sealed"] };

/** The force that a kind of public event belongs to; null for the kernel's own. */
export const forceOf = (kind: string): ForceName | null =>
  forceNames.find((name) => Object.hasOwn(forces[name].events, kind)) ?? null;

export type ForceEvent<Name extends ForceName> = Shapes[Name]["event"];

/** What the forces let a player do. */
export type ForceIntent = Shapes[ForceName]["intent"];
/** All that can be seen to happen. */
export type Event = KernelEvent | Shapes[ForceName]["event"];
/** All that happens unseen, until the fog lifts. */
export type Secret = KernelSecret | Shapes[ForceName]["secret"];
