import { describe, expect, test } from "vitest";
import { botOf, policies } from "../../src/bots/index.ts";

describe("a policy", () => {
  test.each(policies)("$name can be played as it is", ({ name }) => {
    expect(botOf(name, {}).ok).toBe(true);
  });

  test.each(policies)(
    "$name says what its parameters mean, and its defaults are allowed",
    (policy) => {
      expect(policy.meaning).toMatch(/\.$/);
      for (const parameter of policy.parameters) {
        expect(parameter.meaning).not.toBe("");
        expect(botOf(policy.name, { [parameter.name]: parameter.fallback }).ok).toBe(true);
      }
    },
  );
});

const all = policies.map(({ name }) => name).join(", ");

describe("a bot that cannot be had", () => {
  test.each([
    ["retyr", {}, "There is no policy retyr. Did you mean retry?"],
    ["doubling", {}, `There is no policy doubling. There are: ${all}.`],
    ["retry", { bas: 3 }, "retry has no parameter bas. Did you mean base?"],
    [
      "retry",
      { jitter: 1 },
      "retry has no parameter jitter. There are: gap, base, cap, tries, shared.",
    ],
    ["idle", { gap: 3 }, "idle has no parameters, so no gap."],
    ["retry", { gap: "exponental" }, "retry: gap cannot be exponental. Did you mean exponential?"],
    ["retry", { base: 0 }, "retry: base is a whole number from 1 to 1000, not 0."],
    ["retry", { base: 2.5 }, "retry: base is a whole number from 1 to 1000, not 2.5."],
    ["retry", { base: "2" }, "retry: base is a whole number from 1 to 1000, not 2."],
    ["retry", { shared: 2 }, "retry: shared is a whole number from 0 to 1, not 2."],
    ["clock", { cap: Number.NaN }, "clock has no parameter cap. Did you mean gap?"],
    ["__proto__", {}, `There is no policy __proto__. There are: ${all}.`],
    ["retry", JSON.parse('{"__proto__": 1}'), "retry has no parameter __proto__. There are: gap,"],
  ])("%s %j: %s", (policy, given, problem) => {
    const made = botOf(policy, given);
    expect(made.ok ? "made" : made.problem).toContain(problem);
  });
});
