/** Trust in words and on the board. */
import type { Part } from "./part.ts";

export const trust: Part<"trust"> = {
  says: {
    "promise offered": () => null,
    "promise unsaid": () => null,
    promise: () => null,
    decline: () => null,
    withdraw: () => null,
    excuse: () => null,
    "promise due": () => null,
    "promise kept": () => null,
    "trust shaken": () => null,
    drain: () => null,
  },
};
