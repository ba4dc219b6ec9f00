import { describe, expect, test } from "vitest";
import { openSession, seedFrom } from "../../src/session/index.ts";
import type { Known } from "../../src/ui/forces/part.ts";
import { textOf } from "../../src/ui/row.ts";
import { boardRows } from "../../src/ui/screens/board.ts";
import { rowsOfDebrief } from "../../src/ui/screens/debrief.ts";
import { room } from "../../src/ui/screens/frame.ts";
import { inspect, labelOf, messagesIn } from "../../src/ui/screens/inspect.ts";
import {
  ascii,
  boardOf,
  castOf,
  debriefOf,
  levelOf,
  levels,
  moss,
  play,
  small,
  unicode,
  wander,
} from "./support.ts";

/** What is said of every message, by its name. */
const told = (known: Known): { readonly [label: string]: string } =>
  Object.fromEntries(
    messagesIn(known.events).map((one) => [labelOf(one), inspect(known, one).facts.join(" ")]),
  );

describe("of a message one is told", () => {
  const facts = (level: string, moves: string) => {
    const session = play(openSession(levelOf(level), moss), moves);
    return told({ cast: castOf(levelOf(level)), open: session.observe(), events: session.heard() });
  };

  test("how long it has been out, and that its silences look the same from here", () => {
    const young = facts("backoff.1", "send ask key; wait 1");
    expect(young["a1"]).toMatch(/^It has been out for 2 ticks; an answer usually takes \d\.$/);
    const old = facts("backoff.1", "send ask key; wait 9");
    expect(old["a1"]).toMatch(/out for 10 ticks.*look the same/);
  });

  test("when it was sent before and after, and that it was let go", () => {
    const { a1 } = facts("backoff.1", "send ask key; wait 2; repeat a1; let go a1");
    expect(a1).toMatch(/^Sent 2 times: t0, t3\. You stopped waiting at t4\. It has been out/);
  });
});

test.each(levels.map((level) => [level.id, level] as const))(
  "in %s all that is said of any message stands whole on the smallest board, and points at its row",
  (_, level) => {
    for (let n = 1; n <= 6; n++) {
      const session = openSession(level, seedFrom(n));
      for (const { i } of wander(session, seedFrom(n))) {
        const messages = messagesIn(session.heard());
        const inspecting = messages[i % Math.max(1, messages.length)];
        if (inspecting === undefined) continue;
        const view = { ...boardOf(session), inspecting };
        const rows = boardRows(view, small, unicode).map(textOf);
        const board = rows.join(" ").replace(/\s+/g, " ");
        const { title, words, facts } = inspect(view, inspecting);
        for (const text of [title, words, ...facts])
          if (!board.includes(text.replace(/\s+/g, " "))) expect(board).toContain(text);
        const tick = new RegExp(`^${unicode.glyphs.pointer} +${inspecting.tick} ●`);
        expect(rows.some((row) => tick.test(row))).toBe(true);
        expect(rows.every((row) => row.length <= small.columns)).toBe(true);
      }
    }
  },
);

describe("once the fog has lifted", () => {
  test.each(levels.map((level) => [level.id, level] as const))(
    "in %s what became of every message is told whole, and is true",
    (_, level) => {
      let lost = 0;
      for (let n = 1; n <= 3; n++) {
        const session = openSession(level, seedFrom(n));
        for (const { i } of wander(session, seedFrom(n))) {
          const secrets = session.debrief()?.secrets;
          if (secrets === undefined) continue;
          const view = debriefOf(session);
          for (const inspecting of messagesIn(session.heard())) {
            const rows = rowsOfDebrief(
              { ...view, inspecting },
              i % 2 ? small : room(120, 40),
              ascii,
            );
            const page = rows.map(textOf).join(" ").replace(/\s+/g, " ");
            const { title, facts } = inspect(view, inspecting, secrets);
            for (const text of [title, ...facts])
              if (!page.includes(text)) expect(page).toContain(text);
            const put = secrets.find(
              (s) =>
                s.kind === "put" &&
                inspecting.kind === "sent" &&
                s.way === "out" &&
                s.key === inspecting.key &&
                s.attempt === inspecting.attempt,
            );
            if (put?.kind !== "put") continue;
            const told = facts.join(" ");
            lost += Number(put.due === null);
            expect(told.includes("This one was lost")).toBe(put.due === null);
            if (put.due !== null) expect(told).toContain(`at t${put.due}`);
          }
        }
      }
      const loses = level.evenings.some((laws) => laws.out.loss > 0);
      expect(lost > 0).toBe(loses);
    },
  );
});
