/** Plans: topics that exist, and an evening long enough for the last of them. */
import type { Laws } from "../../engine/index.ts";
import { similar } from "../similar.ts";

type Complain = (path: readonly (string | number)[], problem: string, fix: string) => void;

export function sanePlans(
  { forces: { plans }, length }: Laws,
  topics: readonly string[],
  complain: Complain,
): void {
  if (plans === undefined) return;
  const at = (...path: readonly (string | number)[]) => ["forces", "plans", ...path];
  plans.plans.forEach(({ about, worth }, i) => {
    const meant = similar(about, topics);
    const fix = meant === null ? "Add it to topics." : `Did you mean ${meant}?`;
    if (!topics.includes(about))
      complain(at("plans", i, "about"), `there is no topic ${about}.`, fix);
    if (plans.plans.findIndex((plan) => plan.about === about) < i)
      complain(at("plans", i, "about"), `${about} is planned twice.`, "Give each its own topic.");
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
