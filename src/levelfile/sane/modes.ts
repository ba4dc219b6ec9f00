/** Bounds between the numbers of modes. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";

const wholeSpan = ([low, high]: readonly [number, number]): boolean =>
  Number.isInteger(low) && Number.isInteger(high) && low >= 1;

export function saneModes({ forces: { modes }, energy }: Laws, complain: Complain): void {
  if (modes === undefined) return;
  const at = (name: string): readonly string[] => ["forces", "modes", name];
  if (energy === undefined)
    complain(["forces", "modes"], "modes run on energy, and none is counted.", "Add energy.");
  if (energy !== undefined && energy.gain !== 0)
    complain(["energy", "gain"], "modes bring the energy back themselves.", "Write gain: 0.");
  if (modes.fullWorth <= 0) complain(at("fullWorth"), "full mode is worth something.", "Write 2.");
  if (modes.coreCost > modes.reducedCost || modes.reducedCost > modes.fullCost)
    complain(at("reducedCost"), "less of you takes less.", "Order core, reduced, full by cost.");
  if (modes.omen < 500)
    complain(at("omen"), "at least half of the bad nights mean something.", "Write omen: 700.");
  if (modes.offers.length === 0)
    complain(at("offers"), "nothing is offered.", "Add one thing to carry.");
  for (const name of ["spells", "theirs"] as const)
    if (!modes[name].every(({ after, lasts }) => wholeSpan(after) && wholeSpan(lasts)))
      complain(at(name), "spells are counted in whole ticks, from 1.", "Write after: [6, 10].");
}
