/** Bounds between the numbers of each force, where a bad pair would give no number or a game without end. */
import type { Laws } from "../engine/index.ts";
import type { Complain } from "./check.ts";
import { saneCredit } from "./sane/credit.ts";
import { saneIncidents } from "./sane/incidents.ts";
import { saneLimits } from "./sane/limits.ts";
import { saneModes } from "./sane/modes.ts";
import { saneOverload } from "./sane/overload.ts";
import { sanePlans } from "./sane/plans.ts";
import { saneReplicas } from "./sane/replicas.ts";
import { saneWaits } from "./sane/waits.ts";

const all = [
  saneOverload,
  saneWaits,
  saneLimits,
  saneReplicas,
  saneCredit,
  saneModes,
  saneIncidents,
  sanePlans,
];

export function sane(laws: Laws, complain: Complain): void {
  for (const one of all) one(laws, complain);
}
