/** Bounds between the numbers of one force, where a bad pair would give no number or a game without end. */
import type { Laws } from "../engine/index.ts";
import { saneModes } from "./sane/modes.ts";
import { saneCredit } from "./sane/credit.ts";

type Complain = (path: readonly (string | number)[], problem: string, fix: string) => void;

/** Below this, what fades by its time constant is lost in rounding to thousandths, and never gets there. */
const LEAST_STEP = 0.002;

export function sane(laws: Laws, complain: Complain): void {
  const { overload, waits } = laws.forces;
  saneModes(laws, complain);
export function sane({ forces: { overload, waits, incidents } }: Laws, complain: Complain): void {
  if (incidents !== undefined && incidents.most < incidents.hurt)
    complain(
      ["forces", "incidents", "most"],
      "a wrong hurts more than this at first.",
      `Write most: ${incidents.hurt} or more.`,
    );
/** Limits need something to ask, something to pass by, and answers that can come. */
function saneLimits({ forces: { limits } }: Laws, complain: Complain): void {
  if (limits === undefined) return;
  const at = (name: string): readonly string[] => ["forces", "limits", name];
  if (limits.wishes.length <= limits.chairs)
    complain(at("wishes"), "there are no more wishes than chairs.", "Add a wish.");
  if (limits.passing.length === 0)
    complain(at("passing"), "nothing can pass by.", "Add - { about: walk }.");
  if (limits.passes === 0) complain(at("passes"), "expected 1 or more.", "Write passes: 10.");
  if (limits.median[0] < 0.1 || limits.median[1] > 1000)
    complain(at("median"), "half of the answers take 0.1 to 1000 ticks.", "Write [2, 8].");
  if (limits.sigma > 3) complain(at("sigma"), "expected 3 or less.", "Write sigma: 0.45.");
  if (limits.hang === 1000)
    complain(at("hang"), "nothing would ever be answered.", "Write hang: 350.");
  if (limits.changeTo[0] < 0.1)
    complain(at("changeTo"), "a pace changes by 0.1 or more.", "Write [0.5, 2.2].");
  if (limits.worth <= limits.effort)
    complain(at("worth"), "no ask could ever be worth its effort.", "Write worth: 3.");
}

export function sane(laws: Laws, complain: Complain): void {
  const { overload, waits } = laws.forces;
  saneLimits(laws, complain);
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
