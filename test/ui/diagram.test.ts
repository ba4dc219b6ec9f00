import { describe, expect, test } from "vitest";
import {
  type Event,
  openSession,
  type Secret,
  type Session,
  seedFrom,
} from "../../src/session/index.ts";
import { type Diagram, margin, type Scene } from "../../src/ui/diagram/index.ts";
import { textOf, width } from "../../src/ui/row.ts";
import { heardAt, sentAt } from "../engine/fixtures.ts";
import { draw, picture, put } from "./drawing.ts";
import { levels, unicode, wander } from "./support.ts";

test("what was done without a message has a row of its own, or stands where nothing leaves your lane", () => {
  const events = [sentAt(0, "a1"), heardAt(7, "a1", 1)];
  const asides: Scene["asides"] = new Map([
    [0, [["too late", "timer"]]],
    [1, [["looked in", "you"]]],
    [
      4,
      [
        ["a1 ran out", "timer"],
        ["now off", "you"],
      ],
    ],
    [6, [["gave word", "you"]]],
  ]);
  expect(picture({ events, now: 8, legs: [2, 1], asides })).toEqual([
    "    0 ! too late             |::::::::::::",
    "    0 *===a1=====\\           |::::::::::::",
    "    1 * looked in|           |::::::::::::",
    "    2 |           `===a1====>* t2..t6 ::::",
    "    3 |                      |::::::::::::",
    "    4 ! a1 ran out           |::::::::::::",
    "    4 * now off              |::::::::::::",
    "    5 |                      |::::::::::::",
    "    6 * gave word /===b1====<*::::::::::::",
    "    7 *<===b1====/           |::::::::::::",
    ">   8 @                      |::::::::::::",
  ]);
});

describe("a message on a long line", () => {
  test("is drawn where it can have arrived at the earliest, and says until when it must have", () => {
    const events = [sentAt(0, "a1"), heardAt(7, "a1", 1)];
    expect(picture({ events, now: 7, legs: [2, 1] })).toEqual([
      "    0 *===a1=====\\           |::::::::::::",
      "    1 |          |           |::::::::::::",
      "    2 |           `===a1====>* t2..t6 ::::",
      "      :    3 quiet ticks     :::::::::::::",
      "    6 |           /===b1====<*::::::::::::",
      ">   7 *<===b1====/           |::::::::::::",
    ]);
  });

  test("is seen to be under way for as long as it takes at least, and no longer", () => {
    const on = (now: number) => picture({ events: [sentAt(0, "a1")], now, legs: [2, 2] });
    expect(on(1)).toEqual([
      "    0 *---a1-----\\           |::::::::::::",
      ">   1 @          |           |::::::::::::",
    ]);
    expect(on(3)).toEqual([
      "    0 *- - a1 - -\\           |::::::::::::",
      "    1 |          :           |::::::::::::",
      "    2 |           `-  a1 - -?|::::::::::::",
      ">   3 @                      |::::::::::::",
    ]);
  });
});

describe("a message in the fog", () => {
  test("is a line of dashes while an answer may still come in time", () => {
    expect(picture({ events: [sentAt(0, "a1")], now: 1 })).toEqual([
      "    0 *---a1-----\\           |",
      ">   1 @           `---a1----?|",
    ]);
  });

  test("is broken once it is older than a usual round trip", () => {
    expect(picture({ events: [sentAt(0, "a1")], now: 3 })).toEqual([
      "    0 *- - a1 - -\\           |",
      "    1 |           `-  a1 - -?|",
      "    2 |                      |",
      ">   3 @                      |",
    ]);
  });

  test("is dots after twice that, and long silences fold", () => {
    expect(picture({ events: [sentAt(0, "a1")], now: 5 })).toEqual([
      "    0 *. . a1 . .            |",
      "    1 |            .  a1 . .?|",
      "      :    3 quiet ticks     :",
      ">   5 @                      |",
    ]);
  });

  test("is dots as soon as it is let go", () => {
    const events: readonly Event[] = [sentAt(0, "a1"), { kind: "let go", tick: 1, key: "a1" }];
    expect(picture({ events, now: 1 })).toEqual([
      "    0 *. . a1 . .            |",
      ">   1 @ let go a1  .  a1 . .?|",
    ]);
  });

  test("is solid once an answer has come, which takes a line of its own where two meet", () => {
    expect(
      picture({ events: [sentAt(0, "a1"), heardAt(2, "a1", 1), sentAt(2, "a2")], now: 3 }),
    ).toEqual([
      "    0 *===a1=====\\           |",
      "    1 |           `===a1====>*",
      "    1 |           /===b1====<*",
      "    2 *<===b1====/           |",
      "    2 *---a2-----\\           |",
      ">   3 @           `---a2----?|",
    ]);
  });

  test("is half solid where one answer came to two sends: it may be to either", () => {
    const events = [sentAt(0, "a1"), sentAt(3, "a1", 2), heardAt(5, "a1", 1)];
    expect(picture({ events, now: 5 })).toEqual([
      "    0 *=-=a1=-=-=\\           |",
      "    1 |           `=-=a1=-=-?|",
      "    2 |                      |",
      "    3 *=-=a1.2=-=\\           |",
      "    4 |           `=-a1.2=-=?|",
      "    4 |           /===b1====<*",
      ">   5 *<===b1====/           |",
    ]);
  });
});

test("a burst of answers is one line", () => {
  const asked = [sentAt(0, "a1"), sentAt(1, "a2"), sentAt(4, "a1", 2)];
  const events = [...asked, heardAt(7, "a1", 1), heardAt(7, "a2", 2), heardAt(7, "a1", 3)];
  expect(picture({ events, now: 7 })).toEqual([
    "    0 *===a1=====\\           |",
    "    1 *===a2=====\\`===a1====>*",
    "    2 |           `===a2====>*",
    "    3 |                      |",
    "    4 *===a1.2===\\           |",
    "    5 |           `==a1.2===>*",
    "    6 |           /b1 b2 b3=<*",
    ">   7 *<b1 b2 b3=/           |",
  ]);
});

test("timers of your own stand below now", () => {
  const ahead = [{ tick: 14, text: "a1 is late" }];
  expect(picture({ events: [sentAt(0, "a1"), sentAt(9, "a1", 2)], now: 12, ahead })).toEqual([
    "    0 *. . a1 . .            |",
    "    1 |            .  a1 . .?|",
    "      :    7 quiet ticks     :",
    "    9 *-  a1.2 - \\           |",
    "   10 |           `- a1.2 - ?|",
    "   11 |                      |",
    ">  12 @                      |",
    "   14 ! a1 is late           |",
  ]);
});

test("with the fog lifted: lost, unnoticed, read; an answer lost, and one that came too late", () => {
  const events = [sentAt(0, "a1"), sentAt(4, "a1", 2), sentAt(6, "a1", 3), heardAt(9, "a1", 1)];
  const out = [
    put({ tick: 0, due: null }),
    put({ tick: 4, due: 5, attempt: 2 }),
    put({ tick: 6, due: 7, attempt: 3 }),
  ];
  const back = [8, 11, 12].map((tick, i) =>
    put({ tick, way: "in", due: [9, null, 14][i] ?? null }),
  );
  const unnoticed: Secret = { kind: "dropped", tick: 5, key: "a1", put: { tick: 4, slot: 0 } };
  const secrets = [...out, unnoticed, ...back];
  expect(picture({ events, now: 13, secrets, points: [2] })).toEqual([
    "    0 *- a1 -x               |",
    "    1 |                      |",
    "    2 |                      |",
    "    3 |                      |",
    "    4 *---a1.2---\\           |",
    "    5 |           `--a1.2---%|",
    "    6 *===a1.3===\\           |",
    "    7 |           `==a1.3===>*",
    "    8 |           /===b1====<*",
    "    9 *<===b1====/           |",
    "   10 |                      |",
    "   11 |               x re a1*",
    "   12 |           /- re a1 -<*",
    "   13 |                      |",
  ]);
});

test("a turning point has a row of its own in the midst of a silence", () => {
  const secrets = [put({ tick: 0, due: null })];
  expect(picture({ events: [sentAt(0, "a1")], now: 20, secrets, points: [9] })).toEqual([
    "    0 *- a1 -x               |",
    "      :    8 quiet ticks     :",
    "    9 |                      |",
    "      :    10 quiet ticks    :",
    "   20 |                      |",
  ]);
});

test("in Unicode it is the same picture", () => {
  const asked = [sentAt(0, "a1"), sentAt(1, "a2"), sentAt(4, "a1", 2)];
  const events = [...asked, heardAt(7, "a1", 1), heardAt(7, "a2", 2), sentAt(8, "a3")];
  expect(picture({ events, now: 9, look: unicode })).toEqual([
    "    0 ●╍╍╍a1╍╍╍╍╍┓           │",
    "    1 ●━━━a2━━━━━┓┗╍╍╍a1╍╍╍╍?│",
    "    2 │           ┗━━━a2━━━━▸●",
    "    3 │                      │",
    "    4 ●╍╍╍a1.2╍╍╍┓           │",
    "    5 │           ┗╍╍a1.2╍╍╍?│",
    "    6 │           ┏━━b1 b2━━◂●",
    "    7 ●◂━━b1 b2━━┛           │",
    "    8 ●───a3─────╮           │",
    "▸   9 ◆           ╰───a3────?│",
  ]);
});

const halves = [9, 11, 13, 24, 26];

/** Every diagram of a game that is played along, known and, at its end, true. */
function* diagrams(
  session: Session,
): Generator<{ readonly drawn: Diagram; readonly half: number }, void> {
  for (const { i } of wander(session, session.seed)) {
    const half = halves[i % halves.length] ?? 13;
    const events = session.heard();
    const now = session.observe().tick;
    const secrets = session.debrief()?.secrets;
    yield { half, drawn: draw({ events, now, half, ahead: [{ tick: now + 1, text: "late" }] }) };
    if (secrets) yield { half, drawn: draw({ events, now, half, secrets }) };
  }
}

describe.each(levels.map((level) => [level.id, level] as const))("in %s", (_, level) => {
  test("every row of every diagram is as wide as the next, and time never runs back", () => {
    for (let n = 1; n <= 8; n++)
      for (const { half, drawn } of diagrams(openSession(level, seedFrom(n)))) {
        const widths = new Set(drawn.rows.map(width));
        expect([...widths]).toEqual([margin + 2 + 2 * half]);
        expect(drawn.ticks.toSorted((a, b) => a - b)).toEqual(drawn.ticks);
        expect(drawn.ticks.length).toBe(drawn.rows.length);
      }
  });

  test("whatever was sent or heard is on the row of its tick, by its name", () => {
    const session = openSession(level, seedFrom(3));
    for (const { i } of wander(session, seedFrom(4))) {
      const events = session.heard();
      const { rows, ticks } = draw({
        events,
        now: session.observe().tick,
        half: halves[i % 5] ?? 13,
      });
      for (const event of events) {
        if (event.kind !== "sent" && event.kind !== "heard") continue;
        // A beat is on its force's strip: one a tick would leave no room for anything else.
        if (event.what === "beat") continue;
        const again = event.kind === "sent" && event.attempt > 1 ? `.${event.attempt}` : "";
        const name = event.kind === "sent" ? `${event.key}${again}` : `b${event.n}`;
        const texts = rows.filter((_, at) => ticks[at] === event.tick).map(textOf);
        expect(texts.join("\n")).toMatch(new RegExp(`\\*.*${name.replace(".", "\\.")}(?!\\.?\\d)`));
      }
    }
  });
});
