/** The first evening of the playtest as a level with a proof: three questions, opening a tick apart. */
import type { ProofBot } from "../../src/engine/index.ts";
import type { Provable } from "../../src/lab/proof.ts";
import { hardEvening, threeAsks } from "../support/levels.ts";

const waits = {
  asks: ["key", "pot", "sunday"].map((about, opens) => ({ about, worth: 10, opens, lasts: 165 })),
  daily: 0,
  pause: 1,
  linger: 0,
  soft: 5,
  lapse: 0.5,
  effort: 0.15,
};

const retry = (name: string, role: ProofBot["role"], given: ProofBot["with"]): ProofBot => ({
  name,
  role,
  policy: "retry",
  with: given,
});

export const bots: readonly ProofBot[] = [
  retry("shared doubling", "pattern", { gap: "spread", shared: 1 }),
  retry("three quick", "also good", { gap: "constant", base: 3, tries: 4 }),
  retry("every 16", "fails", { gap: "constant", base: 16 }),
  retry("every 8", "fails", { gap: "constant", base: 8 }),
  retry("storm", "fails", { gap: "constant", base: 1 }),
  retry("independent doubling", "fails", { gap: "spread" }),
  { name: "idle", role: "fails", policy: "idle", with: {} },
];

export const proven: Provable = {
  ...threeAsks,
  evenings: [{ ...hardEvening, forces: { ...hardEvening.forces, waits } }],
  scoring: { outcome: { "waits.value": 1 }, stars: [15, 40, 60] },
  proof: { seeds: 400, twoStars: 0.85, margin: 0.3, bots },
};
