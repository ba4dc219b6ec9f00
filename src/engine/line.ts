/** What the line is like this tick: the level's own law, or what the forces make of it. */
import type { Hooks } from "./bind.ts";
import type { ChannelLaw } from "./level.ts";

/** A line whose own law loses everything is dead whatever the weather. */
export function lineNow(law: ChannelLaw, hooks: Hooks, way: "out" | "in"): ChannelLaw {
  if (law.loss === 1000 || (hooks.loss.length === 0 && hooks.late.length === 0)) return law;
  const { delay } = law;
  const late = hooks.late.reduce((ticks, more) => ticks + more(way), 0);
  return {
    ...law,
    loss: lossNow(hooks, way) ?? law.loss,
    delay: [delay[0] + late, delay[1] + late],
  };
}

function lossNow(hooks: Hooks, way: "out" | "in"): number | null {
  for (const loss of hooks.loss) {
    const now = loss(way);
    if (now !== null) return now;
  }
  return null;
}
