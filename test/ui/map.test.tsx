import { describe, expect, onTestFinished, test } from "vitest";
import { App } from "../../src/ui/App.tsx";
import { textOf } from "../../src/ui/row.ts";
import { creditsRows } from "../../src/ui/screens/credits.ts";
import { endingRows, isOver, reached } from "../../src/ui/screens/ending.ts";
import type { Where } from "../../src/ui/where.ts";
import { type Drawn, draw } from "../support/screen.ts";
import {
  ascii,
  levelOf,
  levels,
  type MemoryShelf,
  moss,
  play,
  shelfOf,
  wander,
} from "./support.ts";

const map: Where = { at: "map", from: "backoff.1", notice: "" };

async function open(shelf = shelfOf(), start = map, size = { columns: 80, rows: 24 }) {
  const screen: Drawn = await draw(
    <App shelf={shelf} look={ascii} start={start} onExit={() => {}} />,
    size,
  );
  onTestFinished(() => screen.unmount());
  return screen;
}

function paused(): MemoryShelf {
  const shelf = shelfOf();
  const session = shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
  play(session, "send ask key; wait 3");
  return shelf;
}

/** A shelf where each of the levels was played to its end, in its first tier. */
function played(ids: readonly string[]): MemoryShelf {
  const shelf = shelfOf();
  for (const id of ids) {
    const session = shelf.start(levelOf(id), { seed: moss, rehearsal: false });
    for (const _ of wander(session, moss));
  }
  return shelf;
}
const firsts = levels.filter(({ tier }) => tier === 1).map(({ id }) => id);

describe("starting afresh", () => {
  test("asks first where a game waits, and keeps that game", async () => {
    const shelf = paused();
    const screen = await open(shelf);
    await screen.press("R");
    expect(screen.text()).toContain("[R] again starts afresh");
    await screen.press("R");
    expect(screen.text()).toContain("[enter] begin");
    await screen.press("enter", "s", "1", "q", "x");
    expect(screen.text()).toContain("of 2");
    expect(shelf.games.list().map(({ state }) => state)).toEqual(["paused", "paused"]);
  });

  test("is not asked for by a key between", async () => {
    const screen = await open(paused());
    await screen.press("R", "l", "h", "R");
    expect(screen.text()).toContain("[R] again starts afresh");
  });
});

describe("a seed", () => {
  test("is typed to play a friend's evening; what is no seed is said to be none", async () => {
    const screen = await open();
    await screen.press("s", ..."Fern 1", "enter");
    expect(screen.text()).toContain("A seed is letters, digits and hyphens");
    await screen.press("s", ..."Fern-1", "enter");
    expect(screen.lines()[0]).toMatch(/fern-1$/);
    expect(screen.text()).toContain("[enter] begin");
  });

  test("of a game that waits goes on with it", async () => {
    const screen = await open(paused());
    await screen.press("s", ..."moss-4f2a", "enter");
    expect(screen.text()).toContain("Where you left it.");
  });

  test("of the day is the same for everyone", async () => {
    const screen = await open();
    await screen.press("d");
    expect(screen.lines()[0]).toMatch(/day-2026-11-26$/);
  });
});

test("a tall map tells the chosen level's briefing, and the best of each tier", async () => {
  const shelf = played(["backoff.1"]);
  const best = Math.round(shelf.games.list()[0]?.outcome ?? Number.NaN);
  const screen = await open(shelf, map, { columns: 120, rows: 40 });
  await screen.press("h");
  const text = screen.text().replace(/\s+/g, " ");
  expect(text).toContain(levelOf("backoff.1").story.brief.replace(/\s+/g, " "));
  expect(text).toContain(`tier 1: ${best}, tier 2: none yet, tier 3: none yet`);
  expect(screen.text()).toContain("No perfect network");
});

describe("the ending", () => {
  test("comes by itself once, after the last level, and from the map after that", async () => {
    const shelf = played(firsts.filter((id) => id !== "prologue"));
    expect(reached(levels, shelf.look())).toEqual({ done: 10, of: 11 });
    const screen = await open(shelf);
    await screen.press("e");
    expect(screen.text()).toContain("10 so far");
    const session = shelf.start(levelOf("prologue"), { seed: moss, rehearsal: false });
    play(session, "send ask friday; wait 9; wait 9; wait 9");
    const last = await open(shelf, { at: "debrief", session });
    await last.press("q");
    expect(last.text()).toContain("THE END OF THE LINE");
    await last.press("esc");
    expect(last.text()).toContain("[e]nding");
    await last.press("e", "esc");
    expect(last.lines()[0]).toMatch(/^ BEST EFFORT/);
    const again = await open(shelf, { at: "debrief", session });
    await again.press("q");
    expect(again.lines()[0]).toMatch(/^ BEST EFFORT/);
  });

  test("is not that of a file of one's own", () => {
    const one = [levelOf("backoff.1")];
    expect(isOver(one, played(["backoff.1"]).look())).toBe(false);
  });

  test("says something of every level", () => {
    const text = endingRows(levels, 79, ascii).map(textOf).join("\n");
    for (const { story, tier } of levels)
      if (tier === 1) expect(text).toMatch(new RegExp(`${story.title} +[A-Z]`));
  });
});

test.each([79, 119])("credits name every paper of every level, whole, in %i columns", (columns) => {
  const rows = creditsRows(levels, columns).map(textOf);
  const text = rows.join(" ").replace(/\s+/g, " ");
  for (const { story } of levels)
    for (const paper of story.debrief.reading) expect(text).toContain(paper.replace(/\s+/g, " "));
  for (const row of [...rows, ...endingRows(levels, columns, ascii).map(textOf)])
    expect(row.length).toBeLessThan(columns);
});
