import { expect, onTestFinished, test } from "vitest";
import { App } from "../../src/ui/App.tsx";
import { settingNames, settingsOf, turned, usual } from "../../src/ui/settings.ts";
import type { Where } from "../../src/ui/where.ts";
import { type Drawn, draw } from "../support/screen.ts";
import { ascii, levelOf, type MemoryShelf, moss, shelfOf } from "./support.ts";

const map: Where = { at: "map", from: "backoff.1", notice: "" };

async function open(shelf: MemoryShelf, start: Where = map): Promise<Drawn> {
  const screen = await draw(<App shelf={shelf} look={ascii} start={start} onExit={() => {}} />);
  onTestFinished(() => screen.unmount());
  return screen;
}

test("a change is seen at once, and holds on the map", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf);
  await screen.press("o", "enter", "enter");
  expect(shelf.settings.now().glyphs).toBe("unicode");
  expect(screen.text()).toContain("▸ drawing");
  await screen.press("esc");
  expect(screen.text()).toContain("▸  1  The second text");
});

test("every option has a few values, and comes round to where it was", () => {
  for (const name of settingNames) {
    let settings = turned(usual, name);
    for (let i = 0; i < 5 && settings[name] !== usual[name]; i++) settings = turned(settings, name);
    expect(settings).toEqual(usual);
  }
  expect(settingsOf({ glyphs: "runes", calm: true, linear: "yes", other: 1 })).toEqual({
    ...usual,
    calm: true,
  });
});

test("a calm game's end speaks of no outcome, no par and no stars", async () => {
  const shelf = shelfOf();
  const screen = await open(shelf);
  await screen.press("o", "j", "j", "j", "enter", "esc", "enter", "enter");
  for (let i = 0; i < 60 && !screen.text().includes("[enter] see what was true"); i++)
    await screen.press("9");
  await screen.press("enter");
  expect(screen.text()).toContain("what was true");
  for (let i = 0; i < 3; i++) {
    expect(screen.text()).not.toMatch(/outcome|par \d|stars|no star|failed/);
    await screen.press("enter");
  }
});

test("a hint is offered after the second try that earned fewer than two stars, if the player wants it", async () => {
  const shelf = shelfOf();
  const brief: Where = { at: "brief", level: levelOf("backoff.1"), seed: moss, session: null };
  const poor = () => {
    const session = shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
    do while (session.observe().ended === null) session.play({ kind: "wait", ticks: 64 });
    while (session.next());
  };
  poor();
  expect((await open(shelf, brief)).text()).not.toContain("[H]");
  poor();
  expect((await open(shelf, brief)).text()).toContain("[H] gives a hint");
  shelf.settings.keep({ ...usual, offer: false });
  expect((await open(shelf, brief)).text()).not.toContain("[H]");
});
