/** Waits: something must be worth something. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";

export function saneWaits({ forces: { waits } }: Laws, complain: Complain): void {
  if (waits === undefined) return;
  const worth = waits.asks.reduce((sum, ask) => sum + ask.worth, 0);
  if (worth <= 0)
    complain(["forces", "waits", "asks"], "nothing here is worth anything.", "Add worth: 10.");
}
