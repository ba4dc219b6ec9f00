/** A game as its journal tells it. */
import type { Event, Intent } from "../engine/index.ts";
import type { Aside } from "./aside.ts";
import type { Header } from "./line.ts";
import type { Result } from "./result.ts";

export type RecordedTurn = {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  /** Null where it was made under other rules, and today's know no such thing. */
  readonly intent: Intent | null;
  readonly events: readonly Event[];
  /** Stands for the whole world afterwards. */
  readonly hash: string;
};

export type RecordedEvening = {
  readonly line: number;
  /** What could be seen as it began. */
  readonly events: readonly Event[];
  readonly hash: string;
  readonly turns: readonly RecordedTurn[];
};

export type RecordedGame = {
  readonly header: Header;
  readonly evenings: readonly RecordedEvening[];
  readonly asides: readonly { readonly line: number; readonly aside: Aside }[];
  /** Null while the game can go on. */
  readonly end: { readonly line: number; readonly result: Result } | null;
};
