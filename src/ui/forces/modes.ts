/** Modes in words and on the board: what your energy lasts for, and what they last knew. Level 6's instrument. */
import type { Part } from "./part.ts";

export const modes: Part<"modes"> = {
  says: {
    woke: () => null,
    changed: () => null,
    lived: () => null,
    missed: () => null,
    crashed: () => null,
    "running low": () => null,
    "slept badly": () => null,
    offered: () => null,
    carried: () => null,
    passed: () => null,
  },
};
