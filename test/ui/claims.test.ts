import { describe, expect, test } from "vitest";
import { openSession, type Secret, seedFrom } from "../../src/session/index.ts";
import { attemptLabel, type Claim, claims } from "../../src/ui/diagram/claims.ts";
import { sceneOf } from "../../src/ui/diagram/index.ts";
import { heardAt, sentAt } from "../engine/fixtures.ts";
import { castOf, levels, wander } from "./support.ts";

type Known = Parameters<typeof claims>[0];

const claimed = (
  known: Pick<Known, "events"> & Partial<Known>,
): { readonly [label: string]: Claim } =>
  Object.fromEntries(claims({ now: 20, usual: 2, legs: [1, 1], ...known }));

describe("an answer", () => {
  test("to the only send says by when it landed", () => {
    expect(claimed({ events: [sentAt(0, "a1"), heardAt(7, "a1", 1)] })).toEqual({
      a1: { certainty: "sure", within: [1, 6] },
    });
  });

  test("says nothing of a send that cannot have brought it about", () => {
    const events = [sentAt(0, "a1"), sentAt(6, "a1", 2), heardAt(7, "a1", 1)];
    expect(claimed({ events })).toEqual({
      a1: { certainty: "sure", within: [1, 6] },
      "a1.2": { certainty: "fogged" },
    });
  });

  test("to two sends says that one of them landed, and not which", () => {
    const events = [sentAt(0, "a1"), sentAt(3, "a1", 2), heardAt(7, "a1", 1)];
    const one: Claim = { certainty: "maybe", of: 2, by: 6 };
    expect(claimed({ events })).toEqual({ a1: one, "a1.2": one });
  });

  test("and another say that both landed, each by the answer that leaves no other cause", () => {
    const events = [sentAt(0, "a1"), sentAt(3, "a1", 2), heardAt(7, "a1", 1), heardAt(9, "a1", 2)];
    const both = {
      a1: { certainty: "sure", within: [1, 8] },
      "a1.2": { certainty: "sure", within: [4, 8] },
    };
    expect(claimed({ events })).toEqual(both);
    const one: Claim = { certainty: "maybe", of: 2, by: 6 };
    expect(claimed({ events, copies: true })).toEqual({ a1: one, "a1.2": one });
  });
});

/** When each send landed in truth, by its label. */
const landings = (secrets: readonly Secret[]): ReadonlyMap<string, number | null> =>
  new Map(
    secrets.flatMap((s) =>
      s.kind === "put" && s.way === "out" && s.key !== null
        ? [[attemptLabel(s.key, s.attempt), s.due] as const]
        : [],
    ),
  );

test.each(levels.map((level) => [level.id, level] as const))(
  "in %s no claim ever made was false",
  (_, level) => {
    let [sure, answers] = [0, 0];
    for (let n = 1; n <= 12; n++) {
      const session = openSession(level, seedFrom(n));
      let made: ReadonlyMap<string, Claim>[] = [];
      for (const _stand of wander(session, seedFrom(n))) {
        const open = session.observe();
        made.push(claims(sceneOf(castOf(level), open, session.heard())));
        const secrets = session.debrief()?.secrets;
        if (secrets === undefined) continue;
        const landed = landings(secrets);
        answers += session.heard().filter((e) => e.kind === "heard" && e.key !== null).length;
        for (const [label, claim] of made.flatMap((all) => [...all])) {
          const due = landed.get(label) ?? null;
          if (claim.certainty === "sure") {
            sure++;
            const [from, to] = claim.within;
            if (due === null || due < from || due > to)
              expect.fail(`seed ${n}: ${label} landed at ${due}, claimed ${from} to ${to}`);
          }
          if (claim.certainty === "maybe") {
            const key = label.split(".")[0] ?? label;
            const any = [...landed].some(
              ([other, at]) => other.split(".")[0] === key && at !== null && at <= claim.by,
            );
            if (!any) expect.fail(`seed ${n}: none of ${key} landed by ${claim.by}`);
          }
        }
        made = [];
      }
    }
    // Where nobody asks anything there is nothing to claim.
    expect(sure > 0).toBe(answers > 0);
  },
);
