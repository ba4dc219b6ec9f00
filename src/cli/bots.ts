/** Judges the bots that a level's proof names. */
import { botOf } from "../bots/index.ts";
import type { CheckBot } from "../levelfile/check.ts";

export const checkBot: CheckBot = (policy, parameters) => {
  const made = botOf(policy, parameters);
  return made.ok ? null : made.problem;
};
