import { expect, test } from "vitest";
import { openSession, seedFrom } from "../../src/session/index.ts";
import { textOf } from "../../src/ui/row.ts";
import { panel } from "../../src/ui/screens/panel.ts";
import { ascii, castOf, levelOf, wander } from "./support.ts";

test("what the board says that messages took is what the debrief counts", () => {
  const level = levelOf("generals.1");
  let compared = 0;
  for (let n = 1; n <= 30; n++) {
    const session = openSession(level, seedFrom(n));
    for (const _ of wander(session, seedFrom(n))) {
      const debrief = session.debrief();
      const [open, events] = [session.observe(), session.heard()];
      const declined = open.forces.plans?.plans.some(({ came }) => came === "declined");
      if (debrief === null || debrief.outcome === null || declined) continue;
      const took = debrief.terms.find(({ of }) => of === "plans.messages")?.amount ?? 0;
      const rows = panel({ cast: castOf(level), open, events }, 60, ascii).map(textOf);
      expect(rows.at(-1)).toBe(`messages took ${Math.round(-took)} of 100`);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(5);
});
