/** Overload in words: it shows nothing of itself until the fog has lifted. */
import { plural } from "../cast.ts";
import { at, numberIn, type Part } from "./part.ts";

export const overload: Part<"overload"> = {
  marks: { shut: ["shut", "timer"] },
  says: {},
  notes(here, { voice: { name } }) {
    const kinds = new Set(here.map((s) => s.kind));
    const before = here.some((s) => s.kind === "unreachable" && s.why === "down");
    return [
      ...(before ? ["overwhelmed already"] : []),
      ...(kinds.has("shut") && !before ? [`${name} shuts down`] : []),
      ...(kinds.has("opened") ? [`${name} can answer again`] : []),
      ...(kinds.has("crowded") ? ["arrives in the crowd"] : []),
    ];
  },
  fact(fact, { voice: { name } }, par) {
    const knocks = numberIn(fact, "knocks");
    const down = numberIn(fact, "down");
    const crowded = numberIn(fact, "crowded");
    if (down === 0 && crowded === 0) return [`${name} could answer all the while.`];
    const than = par ? `, par ${numberIn(par, "down")}` : "";
    const natural = numberIn(fact, "natural");
    const alone = `${name} could not answer for ${plural(down, "tick")} (alone ${natural}${than}).`;
    return [
      ...(down > 0 ? [alone] : []),
      ...(knocks > 0 ? [`${plural(knocks, "send")} knocked meanwhile${at(fact.ticks)}.`] : []),
      ...(crowded > 0 ? [`${plural(crowded, "message")} arrived in the crowd, unnoticed.`] : []),
    ];
  },
};
