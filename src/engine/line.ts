/** What the line is like this tick: the level's own law, or what a force makes of it. */
import type { Hooks } from "./bind.ts";
import type { ChannelLaw } from "./level.ts";

/** A line whose own law loses everything is dead whatever the weather. */
export function lineNow(law: ChannelLaw, hooks: Hooks, way: "out" | "in"): ChannelLaw {
  if (law.loss === 1000) return law;
  for (const loss of hooks.loss) {
    const now = loss(way);
    if (now !== null) return { ...law, loss: now };
  }
  return law;
}
