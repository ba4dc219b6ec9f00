/** A bot: what to do next, as a function of what a player could know and of luck of its own. */
import type { Intent, Open } from "../engine/index.ts";

/** The bot's own luck: the same number in [0, 1) whenever the same two keys are asked for. */
export type Draw = (a: number, b: number) => number;

/** Stateless: the same knowledge gives the same move. Reads summaries of what was seen, nothing hidden. */
export type Bot = (seen: Readonly<Open>, draw: Draw) => Intent;
