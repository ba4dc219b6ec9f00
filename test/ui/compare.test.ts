import { expect, test } from "vitest";
import { openSession, patternDebrief, patternName, seedFrom } from "../../src/session/index.ts";
import { compareRows } from "../../src/ui/screens/compare.ts";
import { ascii, castOf, frame, levels, small, wander } from "./support.ts";

test.each(levels.filter(({ proof }) => proof !== null).map((level) => [level.id, level] as const))(
  "in %s the columns of a comparison add up to its outcomes, in the smallest window",
  (_, level) => {
    let added = 0;
    for (let n = 1; n <= 3; n++) {
      const session = openSession(level, seedFrom(n));
      for (const _ of wander(session, seedFrom(n))) {
        const debrief = session.debrief();
        const before = patternDebrief(level, session.seed, session.evening().n);
        if (debrief === null || debrief.outcome === null || before === null) continue;
        const rows = frame(
          compareRows(
            {
              cast: castOf(level),
              evening: session.evening(),
              weighed: true,
              before: { name: "the pattern", debrief: before },
              after: { name: "as you played", debrief },
              taken: null,
            },
            small,
            ascii,
          ),
        );
        expect(patternName(level)).not.toBe("");
        const numbers = rows.flatMap((row) => {
          const cells = /^ {2}.{23}(-?\d+|-)\s+(-?\d+|-)\s*$/.exec(row);
          return cells ? [[Number(cells[1]) || 0, Number(cells[2]) || 0] as const] : [];
        });
        const head =
          /^ {2}outcome by itself +(-?\d+)(?: of 100)?,.{1,10}?\s+(-?\d+)(?: of 100)?,/.exec(
            rows.find((row) => row.includes("outcome by itself")) ?? "",
          );
        if (numbers.length === 0) continue;
        for (const i of [0, 1] as const)
          expect(
            numbers.reduce((sum, one) => sum + one[i], 0),
            rows.join("\n"),
          ).toBe(Number(head?.[i + 1]));
        added++;
      }
    }
    expect(added).toBeGreaterThanOrEqual(
      level.scoring && Object.keys(level.scoring.outcome).length > 1 ? 1 : 0,
    );
  },
);
