import { expect, test } from "vitest";
import { openSession, seedFrom } from "../../src/session/index.ts";
import { textOf } from "../../src/ui/row.ts";
import { seatPanel, seatSentences } from "../../src/ui/screens/seats.ts";
import { ascii, castOf, levelOf, wander } from "./support.ts";

/** What they held at the end of an evening, in rows and in sentences, beside what the debrief knows. */
function* ends(id: string) {
  const level = levelOf(id);
  for (let n = 1; n <= 12; n++) {
    const session = openSession(level, seedFrom(n));
    for (const _ of wander(session, seedFrom(n))) {
      const debrief = session.debrief();
      if (debrief === null) continue;
      const [cast, open, events] = [castOf(level), session.observe(), session.heard()];
      const truth = { cast, secrets: debrief.secrets, moments: debrief.moments };
      const seat = { cast, open, events, all: events, truth, tick: open.tick };
      yield {
        debrief,
        open,
        rows: seatPanel(seat, 40, ascii).map(textOf),
        text: seatSentences(seat),
      };
    }
  }
}

test("from their seat each card has the version that they turned to last, or took over from you", () => {
  let theirs = 0;
  for (const { debrief, open, rows, text } of ends("consistency.1"))
    for (const { about, mine } of open.forces.replicas?.cards ?? []) {
      const title = levelOf("consistency.1").story.topics[about]?.title ?? "";
      const row = rows.find((one) => one.startsWith(title)) ?? "";
      expect(text.join(" ")).toContain(row.replace(/ +/g, " "));
      const [, node, count] = /([vyn])(\d+)$/.exec(row) ?? [];
      const turned = debrief.secrets.filter((s) => s.kind === "turned" && s.about === about);
      const last = turned.at(-1);
      if (node === "n" && last?.kind === "turned") expect(Number(count)).toBe(last.count);
      if (node === "n") theirs++;
      else expect(Number(count)).toBeLessThanOrEqual(mine.count);
    }
  expect(theirs).toBeGreaterThan(10);
});

test("from their seat a plan is theirs as they understood it when they stood there, or did not", () => {
  const states = new Set<string>();
  for (const { debrief, rows } of ends("generals.1")) {
    const stood = debrief.secrets.filter((s) => s.kind === "stood");
    for (const { about, read, right, sure } of stood.slice(-3)) {
      const title = levelOf("generals.1").story.topics[about]?.title ?? "";
      const row = rows.find((one) => one.startsWith(title)) ?? "";
      const said = row.slice(title.length).trim();
      if (said === "") continue;
      expect(read).toBe(true);
      expect(said).toBe(right ? (sure ? "yours, for sure" : "yours") : "another plan");
      states.add(said);
    }
  }
  expect(states.size).toBeGreaterThan(1);
});
