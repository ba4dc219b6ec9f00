/** Incidents: a wrong hurts no more at first than it ever can. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";

export function saneIncidents({ forces: { incidents } }: Laws, complain: Complain): void {
  if (incidents !== undefined && incidents.most < incidents.hurt)
    complain(
      ["forces", "incidents", "most"],
      "a wrong hurts more than this at first.",
      `Write most: ${incidents.hurt} or more.`,
    );
}
