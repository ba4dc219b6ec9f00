/** Idle: lets the evening pass. */
import { waitFor } from "./ask.ts";
import type { Policy } from "./policy.ts";

export const idle: Policy = {
  name: "idle",
  meaning: "Sends nothing.",
  parameters: [],
  make: () => () => waitFor(Number.POSITIVE_INFINITY),
};
