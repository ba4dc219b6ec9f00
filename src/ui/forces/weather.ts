/** The weather in words: told once the fog has lifted. */
import type { Part } from "./part.ts";

export const weather: Part<"weather"> = {
  says: {},
  notes: (here) =>
    here.flatMap((s) => {
      if (s.kind === "cut") return ["the line goes dead"];
      if (s.kind === "mended") return ["the line is back"];
      if (s.kind !== "spell" || s.tick === 0) return [];
      return [`the line changes: ${s.out / 10} % lost there, ${s.in / 10} % back`];
    }),
};
