/** Replicas in words and on the board: the cards side by side. Level 4's instrument. */
import type { Part } from "./part.ts";

export const replicas: Part<"replicas"> = {
  says: {
    leaned: () => null,
    occasion: () => null,
    met: () => null,
    defer: () => null,
  },
};
