import { expect, onTestFinished, test } from "vitest";
import type { Moment, Secret } from "../../src/session/index.ts";
import { App } from "../../src/ui/App.tsx";
import { textOf } from "../../src/ui/row.ts";
import { room } from "../../src/ui/screens/frame.ts";
import {
  marksOf,
  marksRow,
  scrubber,
  ticksUnder,
  trackRow,
  trackText,
} from "../../src/ui/screens/marks.ts";
import type { Where } from "../../src/ui/where.ts";
import { type Drawn, draw } from "../support/screen.ts";
import { ascii, levelOf, type MemoryShelf, moss, play, shelfOf, unicode } from "./support.ts";

const opening = "send ask key; send ask pot; wait 3; repeat a1; wait for news; wait 9;";

async function open(shelf: MemoryShelf, start: Where): Promise<Drawn> {
  const app = <App shelf={shelf} look={ascii} start={start} onExit={() => {}} />;
  const screen = await draw(app);
  onTestFinished(() => screen.unmount());
  return screen;
}

function watching(shelf: MemoryShelf, moves: string): Where {
  play(shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false }), moves);
  const watched = shelf.replay("0");
  if ("refused" in watched) throw new Error(watched.refused);
  return { at: "replay", ...watched, home: { at: "games", notice: "" } };
}

const debriefed = (shelf: MemoryShelf): Where => {
  const session = shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
  return { at: "debrief", session: play(session, `${opening} leave`) };
};

test("a replay is taken over at its tick: the same board, the player's again, and no stars", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, watching(shelf, `${opening} leave`));
  await screen.press("g", "6", "enter", "f");
  expect(screen.lines()[0]).toMatch(/tick 6 of 168 +rehearsal/);
  expect(screen.text()).toContain("Yours again from t6.");
  const session = shelf.started().at(-1);
  expect(session?.origin).toMatchObject({ evening: 1, tick: 6, other: false });
  await screen.press("space");
  expect(session?.observe().tick).toBe(7);
});

test("other weather is another seed that showed the same", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, watching(shelf, `${opening} leave`));
  await screen.press("g", "6", "enter", "F");
  expect(screen.text()).toContain("Other weather: up to t6 it looked just the same");
  const [was, session] = shelf.started();
  expect(session?.seed).not.toBe(was?.seed);
  const plain = (list = was?.heard() ?? []) =>
    list.filter(({ kind, tick }) => kind !== "tick" && tick <= 5);
  expect(plain(session?.heard())).toEqual(plain());
});

test("where no other evening looked the same, that is said, and the same weather is on offer", async () => {
  const shelf = shelfOf();
  const level = levelOf("timeouts.1");
  play(shelf.start(level, { seed: moss, rehearsal: false }), "wait 64; wait 9; leave");
  const watched = shelf.replay("0");
  if ("refused" in watched) throw new Error(watched.refused);
  const screen = await open(shelf, { at: "replay", ...watched, home: { at: "games", notice: "" } });
  await screen.press("9", "F");
  expect(screen.text()).toContain("No other evening was found that looked just the same");
  expect(screen.text()).toContain("the same weather, from here");
});

test("a debrief leads to the replay at its tick, to the pattern's evening, and back", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, debriefed(shelf));
  const debrief = screen.text();
  await screen.press("r");
  expect(screen.text()).toContain(" REPLAY");
  await screen.press("q");
  expect(screen.text()).toBe(debrief);
  await screen.press("w");
  expect(screen.text()).toContain("THE PATTERN: doubling, one schedule");
  await screen.press("f");
  expect(screen.text()).toContain("take over in your own evening");
  await screen.press("q");
  expect(screen.text()).toBe(debrief);
});

test("a fork that has ended stands beside the evening it came from", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, debriefed(shelf));
  await screen.press("f", "3", "enter", "s", "1", "X", "1", "enter", "c");
  expect(screen.text()).toContain("TWO EVENINGS");
  expect(screen.text()).toContain("They part at t3");
  expect(screen.text()).toContain("^ taken over at t3");
  await screen.press("c");
  expect(screen.text()).toContain("what was true");
});

test("an evening that came from none stands beside the pattern's own", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, debriefed(shelf));
  await screen.press("c");
  expect(screen.text()).toContain("TWO EVENINGS");
  expect(screen.lines()[2]).toMatch(/the pattern +as you played/);
  const par = shelf.started()[0]?.debrief()?.par?.outcome ?? Number.NaN;
  expect(screen.text()).toContain(`${Math.round(par)} of 100`);
  expect(screen.text()).toMatch(/They part at t\d/);
});

test("in a calm game neither has an outcome", async () => {
  const shelf = shelfOf();
  shelf.settings.keep({ ...shelf.settings.now(), calm: true });
  const screen = await open(shelf, debriefed(shelf));
  await screen.press("c");
  expect(screen.text()).toContain("TWO EVENINGS");
  expect(screen.text()).not.toMatch(/outcome|stars|of 100/);
});

test("a rehearsal leads back to the game it is for: an evening is never rehearsed before it was played", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, debriefed(shelf));
  await screen.press("R");
  expect(screen.lines()[0]).toContain("rehearsal");
  await screen.press("X", "1", "enter", "enter", "enter");
  expect(shelf.started().map((one) => one.evening().n)).toEqual([1, 1]);
  expect(screen.text()).not.toContain("rehearsal");
  expect(screen.text()).toContain("what was true");
  await screen.press("enter", "enter");
  expect(screen.lines()[0]).toMatch(/evening 2 of 2, tick 0 of 168/);
  expect(shelf.started()[0]?.rehearsal).toBe(false);
});

test("where its next evening was played already a rehearsal goes on to it", async () => {
  const shelf = shelfOf();
  const session = shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
  play(session, "leave").next();
  const screen = await open(shelf, { at: "debrief", session: play(session, "leave") });
  await screen.press("R", "X", "1", "enter", "enter", "enter");
  expect(screen.lines()[0]).toMatch(/evening 2 of 2.*rehearsal/);
});

test("from their seat the lanes change over, and what was lost is beyond the fog", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, watching(shelf, `${opening} leave`));
  await screen.press("9", "v");
  expect(screen.text()).toMatch(/THEM, now you +YOU \(fog\)/);
  expect(screen.text()).toContain("WREN, NOW YOU");
  expect(screen.text()).toContain("they: Does the spare key turn?");
});

const hidden =
  /fog off|NOW YOU|BEYOND|never came|TWO EVENINGS|THE PATTERN|Yours again|\blost\b|shut/;

test("before the evening's end no key of a replay tells what is hidden", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf, watching(shelf, opening));
  await screen.press("9");
  for (const key of ["v", "tab", "f", "F", "<", ">", "g", "6", "enter", "v"]) {
    await screen.press(key);
    expect([key, screen.text()]).toEqual([key, expect.not.stringMatching(hidden)]);
  }
  expect(screen.text()).toContain("The fog lifts once this evening has ended.");
  expect(shelf.started().length).toBe(1);
});

test("nor does a comparison with an evening that goes on", async () => {
  const shelf = shelfOf();
  const where = watching(shelf, `${opening} leave`);
  const was = shelf.started()[0];
  was?.next();
  if (where.at !== "replay") throw new Error("no replay");
  const taken = shelf.fork(where, { evening: 1, tick: 3 });
  if ("refused" in taken) throw new Error(taken.refused);
  play(taken, "leave").next();
  const screen = await open(shelf, { at: "debrief", session: play(taken, "leave") });
  await screen.press("c");
  expect(screen.text()).toContain("has not ended in the game that this one came from");
});

test("the line to scrub along says what was lost only where it is told", () => {
  const put = { way: "out", slot: 0, what: "ask", attempt: 1, garbled: false } as const;
  const secrets = [{ kind: "put", tick: 5, key: "a1", due: null, ...put }] as const;
  const line = { events: [], tick: 0, last: 10 };
  expect(scrubber({ ...line, secrets: null }, 11, ascii)).toBe("@..........");
  expect(scrubber({ ...line, secrets }, 11, ascii)).toBe("@....x.....");
  expect(ticksUnder(168, 40)).toBe("0           50         100           168");
  expect(marksOf([], secrets, ascii.glyphs)).toEqual([{ tick: 5, text: "x a1", ink: "timer" }]);
});

test("marks are shown around the tick, whole, within the columns", () => {
  const marks = Array.from(
    { length: 60 },
    (_, i) => ({ tick: 3 * i, text: "late", ink: "timer" }) as const,
  );
  for (let tick = 0; tick <= 180; tick += 7) {
    const text = textOf(marksRow(marks, tick, room(80, 24).columns - 14));
    expect(text.length).toBeLessThanOrEqual(65);
    expect(text).toMatch(new RegExp(`t${Math.min(177, 3 * Math.ceil(tick / 3))} late`));
  }
});

test("what they carried stands over the scrubber's columns, the highest of each, and is said by tenths", () => {
  const moments = [0, 0.25, 0.5, 1, 0, 0, 0, 0, 0, 0, 0.1].map((at, tick) => ({
    open: { tick } as Moment["open"],
    events: 0,
    secrets: 0,
    tracks: [{ name: "load", at }],
  }));
  const line = (columns: number) =>
    textOf(trackRow({ moments, secrets: [] }, 10, columns, unicode));
  expect(line(11)).toBe(" ▂▄█      ▁");
  expect(line(6)).toBe(" ▄█  ▁");
  expect(line(21)).toBe("  ▂▂▄▄██            ▁");
  expect(textOf(trackRow({ moments: [], secrets: [] }, 10, 11, unicode))).toBe("");
  expect(textOf(trackRow({ moments, secrets: [] }, 20, 21, unicode))).toBe(
    `${line(11)}${" ".repeat(10)}`,
  );
  expect(trackText(moments, 10)).toBe(
    "Their load at each tenth of the evening, in percent: 0, 25, 50, 100, 0, 0, 0, 0, 0, 0, 10.",
  );
  const shut = [
    { kind: "shut", tick: 2 },
    { kind: "opened", tick: 4 },
  ] as unknown as Secret[];
  expect(trackRow({ moments, secrets: shut }, 10, 11, unicode).map(({ ink }) => ink)).toEqual(
    [..."ttTTttttttt"].map((c) => (c === "T" ? "timer" : "them")),
  );
});
