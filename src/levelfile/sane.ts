/** Bounds between the numbers of one force, where a bad pair would give no number or a game without end. */
import type { Laws } from "../engine/index.ts";
import { saneCredit } from "./sane/credit.ts";

type Complain = (path: readonly (string | number)[], problem: string, fix: string) => void;

/** Below this, what fades by its time constant is lost in rounding to thousandths, and never gets there. */
const LEAST_STEP = 0.002;

export function sane(laws: Laws, complain: Complain): void {
  saneCredit(laws, complain);
  const { overload, waits } = laws.forces;
  if (waits !== undefined) {
    const worth = waits.asks.reduce((sum, ask) => sum + ask.worth, 0);
    if (worth <= 0)
      complain(["forces", "waits", "asks"], "nothing here is worth anything.", "Add worth: 10.");
  }
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
