/** Overload: strain that rises, fades, and gets below the line at which a person answers again. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";

/** Below this, what fades by its time constant is lost in rounding to thousandths, and never gets there. */
const LEAST_STEP = 0.002;

export function saneOverload({ forces: { overload } }: Laws, complain: Complain): void {
  if (overload === undefined) return;
  const at = (name: string): readonly string[] => ["forces", "overload", name];
  const [soonest, slowest] = overload.fade;
  if (soonest < 0.1)
    complain(at("fade"), "a recovery takes 0.1 ticks or more.", "Write fade: [3, 40].");
  if (overload.hardStrain[0] < 0.001)
    complain(at("hardStrain"), "a hard day begins above 0.", "Write hardStrain: [1.2, 4.5].");
  if (overload.hardStrain[1] > 1000 || overload.gain[1] > 1000)
    complain(at("hardStrain"), "strain stays below 1000; 1 is plenty.", "Write [1.2, 4.5].");
  if (overload.openAt > overload.shutAt)
    complain(at("openAt"), "expected no more than shutAt.", `Write openAt: ${overload.shutAt}.`);
  if (overload.openAt < LEAST_STEP * Math.max(1, slowest))
    complain(
      at("openAt"),
      "strain this low is never reached at the slowest fade.",
      "Raise openAt, or lower fade.",
    );
}
