/** Plans: worth something, and an evening long enough for the last of them. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";

export function sanePlans({ forces: { plans }, length }: Laws, complain: Complain): void {
  if (plans === undefined) return;
  const at = (...path: readonly (string | number)[]) => ["forces", "plans", ...path];
  plans.plans.forEach(({ worth }, i) => {
    if (worth <= 0)
      complain(at("plans", i, "worth"), "this plan is worth nothing.", "Write worth: 10.");
  });
  const last = (plans.plans.length - 1) * plans.gap + plans.lasts;
  if (last > length)
    complain(
      at("lasts"),
      "the last plan's moment comes after the evening.",
      `Let length be ${last}.`,
    );
}
