/** Bounds between the numbers of credit and inflow: everything fits somewhere, and somebody can read at some time. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";

export function saneCredit({ forces: { credit, inflow } }: Laws, complain: Complain): void {
  if (credit !== undefined) {
    const at = (name: string): readonly string[] => ["forces", "credit", name];
    tooHeavy("credit", credit.items, credit.holds, complain);
    if (credit.speed[0] < 0.001)
      complain(at("speed"), "a speed is above 0.", "Write speed: [0.35, 1.7].");
    if (credit.paces.every(({ reads, often }) => reads === 0 || often === 0))
      complain(at("paces"), "with these nothing is ever read.", "Give one a reads and an often.");
  }
  if (inflow === undefined) return;
  tooHeavy("inflow", inflow.items, inflow.holds, complain);
  if (inflow.gap[0] < 1)
    complain(["forces", "inflow", "gap"], "a gap is 1 tick or more.", "Write gap: [1.2, 6].");
}

function tooHeavy(
  force: string,
  items: readonly { readonly weight: number }[],
  holds: number,
  complain: Complain,
): void {
  for (const [i, { weight }] of items.entries())
    if (weight > holds)
      complain(
        ["forces", force, "items", i, "weight"],
        `this never fits: there is room for ${holds}.`,
        `Write ${holds} or less, or raise holds.`,
      );
}
