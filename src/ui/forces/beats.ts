/** Beats in words and on the board. */
import type { Part } from "./part.ts";

export const beats: Part<"beats"> = {
  says: {
    suspicion: () => null,
    planned: () => null,
    found: () => null,
    needless: () => null,
    over: () => null,
  },
};
