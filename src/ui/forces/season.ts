/** The season in words: never named while it is played. */
import type { Part } from "./part.ts";

export const season: Part<"season"> = {
  says: {},
  over: "The season is over.",
  notes: (here) => here.flatMap((s) => (s.kind === "weather" ? [s.name.replaceAll("-", " ")] : [])),
};
