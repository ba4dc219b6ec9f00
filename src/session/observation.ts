/** What a player sees of the world: its open half, for reading only. */
import type { Open } from "../engine/index.ts";

type Still<T> = T extends readonly (infer Item)[]
  ? readonly Still<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Still<T[Name]> }
    : T;

export type Observation = Still<Open>;
