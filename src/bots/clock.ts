/** Clock: sends at fixed ticks, all asks in turn, whatever is heard: what can be had without listening. */
import type { Tick } from "../engine/index.ts";
import { openAsks, say, waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { dueIn } from "./generals.ts";
import { count, type Policy, product } from "./policy.ts";
import { gapsToTry, triesToTry } from "./retry.ts";

/** Slot n falls `gap * n` ticks after the evening's start and belongs to ask n of the round. */
function clock(gap: Tick, rounds: number): Bot {
  return (seen) => {
    const { tick, forces } = seen;
    const due = dueIn(seen);
    if (due !== undefined) return { kind: "no-go", about: due.about };
    const asks = forces.waits?.asks ?? [];
    const slot = Math.floor(tick / gap);
    const turn = asks[slot % Math.max(1, asks.length)];
    const ask = openAsks(seen).find(({ about }) => about === turn?.about);
    const mine = tick % gap === 0 && ask !== undefined && (rounds === 0 || ask.attempts < rounds);
    return mine ? say(ask) : waitFor(gap - (tick % gap));
  };
}

export const clockPolicy: Policy = {
  name: "clock",
  meaning: "Sends at fixed ticks, all asks in turn, whatever is heard.",
  parameters: [
    count("gap", 8, [1, 1000], "ticks between two sends"),
    count(
      "tries",
      0,
      [0, 1000],
      "how often an ask is sent at most, the first time included; 0 for no bound",
    ),
  ],
  blind: product({ gap: gapsToTry, tries: triesToTry }),
  make: ({ count }) => clock(count("gap"), count("tries")),
};
