/** The bots' door: every policy by its name. */
import { apology } from "./apology.ts";
import type { Bot } from "./bot.ts";
import { clockPolicy } from "./clock.ts";
import { consistencyPolicy } from "./consistency.ts";
import { creditPolicy } from "./credit.ts";
import { generals } from "./generals.ts";
import { heartbeatPolicy } from "./heartbeat.ts";
import { idle } from "./idle.ts";
import { faultIn, type Given, type Policy, suggest, valuesOf } from "./policy.ts";
import { retry } from "./retry.ts";
import { seasonPolicy } from "./season.ts";
import { shedPolicy } from "./shed.ts";
import { timeouts } from "./timeouts.ts";
import { trustPolicy } from "./trust.ts";

export { energyAhead } from "./ahead.ts";
export type { Bot, Draw } from "./bot.ts";
export type { Parameter, Policy } from "./policy.ts";

export const policies: readonly Policy[] = [
  retry,
  clockPolicy,
  timeouts,
  heartbeatPolicy,
  consistencyPolicy,
  creditPolicy,
  shedPolicy,
  apology,
  generals,
  trustPolicy,
  seasonPolicy,
  idle,
];

export type MadeBot =
  | { readonly ok: true; readonly bot: Bot }
  | { readonly ok: false; readonly problem: string };

/** The bot that a policy's name and its parameters describe, or what is wrong with them. */
export function botOf(policy: string, parameters: Given): MadeBot {
  const found = policies.find(({ name }) => name === policy);
  if (found === undefined) {
    const names = policies.map(({ name }) => name);
    return { ok: false, problem: `There is no policy ${policy}. ${suggest(policy, names)}` };
  }
  const problem = faultIn(found, parameters);
  if (problem !== null) return { ok: false, problem };
  return { ok: true, bot: found.make(valuesOf(found, parameters)) };
}
