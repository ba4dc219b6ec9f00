import { describe, expect, test } from "vitest";
import { openSession, patience, seedFrom } from "../../src/session/index.ts";
import { timelyAt, waitForNews } from "../../src/ui/timely.ts";
import { tell } from "../../src/ui/words.ts";
import { castOf, levels } from "./support.ts";

const having = (force: string) =>
  levels.filter(({ evenings }) => evenings.some(({ forces }) => Object.hasOwn(forces, force)));

describe.each(
  [...having("replicas"), ...having("plans")].map((level) => [level.id, level] as const),
)("in %s, for who only waits for news,", (_, level) => {
  test("each moment to begin something is stopped at, and said", () => {
    const cast = castOf(level);
    let said = 0;
    for (let n = 1; n <= 4; n++) {
      const session = openSession(level, seedFrom(n));
      const due = new Set<number>();
      while (session.observe().ended === null && session.observe().tick < 60) {
        const moves = session.legal();
        const no = moves.find(({ kind }) => kind === "no-go");
        const must = !moves.some(({ kind }) => kind === "wait");
        const intent = must && no?.kind === "no-go" ? no : waitForNews(session, cast);
        const from = session.observe().tick;
        const events = session.play(intent);
        const open = session.observe();
        const now = timelyAt({ cast, open, events: session.heard() });
        if (now.length === 0 || open.tick === from || open.ended !== null) continue;
        due.add(open.tick);
        expect(tell(cast, events, from, open, Number.POSITIVE_INFINITY)).toContain(now[0]);
        said++;
      }
      const usual = level.evenings[0]?.usual ?? 0;
      for (const event of session.heard())
        if (event.kind === "planned" && event.until < 60)
          expect(due).toContain(event.until - 2 * usual - 1);
    }
    expect(said).toBeGreaterThan(0);
  });
});

test("a wait for news is as long as ever where nothing has to be begun", () => {
  const [level] = levels;
  if (level === undefined) throw new Error("no level");
  const session = openSession(level, seedFrom(1));
  session.play({ kind: "send", what: "ask", about: "friday" });
  expect(waitForNews(session, castOf(level))).toEqual({ kind: "wait for news" });
  expect(patience).toBe(8);
});
