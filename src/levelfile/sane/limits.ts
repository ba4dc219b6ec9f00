/** Limits: something to ask, something to pass by, and answers that can come. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";

export function saneLimits({ forces: { limits } }: Laws, complain: Complain): void {
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
