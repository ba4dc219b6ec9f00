import { describe, expect, onTestFinished, test } from "vitest";
import { App } from "../../src/ui/App.tsx";
import { useless } from "../../src/ui/acts.ts";
import { bindings, commandOf, footer, keysText, listed, type Screen } from "../../src/ui/keys.ts";
import { otherOf } from "../../src/ui/pair.ts";
import { room } from "../../src/ui/screens/frame.ts";
import { helpRows } from "../../src/ui/screens/help.ts";
import type { Where } from "../../src/ui/where.ts";
import { type Drawn, draw } from "../support/screen.ts";
import {
  ascii,
  frame,
  levelOf,
  levels,
  type MemoryShelf,
  moss,
  play,
  shelfOf,
  small,
} from "./support.ts";

const opening = "send ask key; send ask pot; wait 3; repeat a1;";
const long = `${opening} ${"wait for news; repeat a1;".repeat(6)}`;

const begin = (shelf: MemoryShelf, moves: string, level = "backoff.1") =>
  play(shelf.start(levelOf(level), { seed: moss, rehearsal: false }), moves);

function watching(shelf: MemoryShelf): Where {
  const session = begin(shelf, `${long} leave`);
  session.next();
  play(session, `${opening} leave`);
  const watched = shelf.replay("0");
  if ("refused" in watched) throw new Error(watched.refused);
  return { at: "replay", ...watched, home: { at: "games", notice: "" } };
}

function three(shelf: MemoryShelf): Where {
  for (const moves of ["", opening, "leave"]) begin(shelf, moves);
  return { at: "games", notice: "" };
}

function forked(shelf: MemoryShelf): Where {
  begin(shelf, `${long} leave`);
  const was = shelf.replay("0");
  if ("refused" in was) throw new Error(was.refused);
  const session = shelf.fork(was, { evening: 1, tick: 9 });
  if ("refused" in session) throw new Error(session.refused);
  play(session, "leave");
  const before = otherOf(shelf, session);
  if (typeof before === "string") throw new Error(before);
  return { at: "compare", session, before };
}

/** A replay of which no other evening looked the same. */
function unlike(shelf: MemoryShelf): Where {
  begin(shelf, "wait 64; wait 9; leave", "timeouts.1");
  const watched = shelf.replay("0");
  if ("refused" in watched) throw new Error(watched.refused);
  return { at: "replay", ...watched, home: { at: "games", notice: "" } };
}

type Place = {
  readonly screen: Screen;
  readonly start: (shelf: MemoryShelf) => Where;
  /** What is pressed first, so that every key has something to do. */
  readonly first: readonly string[];
};

const ended = (shelf: MemoryShelf): Where => ({
  at: "debrief",
  session: begin(shelf, `${long} leave`),
});
const onMap = (): Where => ({ at: "map", from: "backoff.1", notice: "" });

/** Every screen, and whatever else its keys are used for. */
const places: { readonly [name: string]: Place } = {
  map: { screen: "map", start: onMap, first: ["l"] },
  seeds: { screen: "text", start: onMap, first: ["s", "a"] },
  games: { screen: "games", start: three, first: ["j"] },
  names: { screen: "text", start: three, first: ["r", "a"] },
  options: { screen: "options", start: () => ({ at: "options", from: null }), first: ["j"] },
  credits: { screen: "page", start: () => ({ at: "credits", from: null }), first: ["j"] },
  ending: { screen: "page", start: () => ({ at: "ending", from: null }), first: ["j"] },
  brief: {
    screen: "brief",
    start: () => ({ at: "brief", level: levelOf("backoff.1"), seed: moss, session: null }),
    first: [],
  },
  board: {
    screen: "board",
    start: (shelf) => ({ at: "board", session: begin(shelf, long) }),
    first: ["k"],
  },
  choice: {
    screen: "pick",
    start: (shelf) => ({ at: "board", session: begin(shelf, "") }),
    first: ["s"],
  },
  limit: {
    screen: "number",
    start: (shelf) => ({ at: "board", session: begin(shelf, "", "timeouts.1") }),
    first: ["T", "1"],
  },
  inspect: {
    screen: "inspect",
    start: (shelf) => ({ at: "board", session: begin(shelf, long) }),
    first: ["I", "k"],
  },
  "inspect the past": { screen: "inspect", start: ended, first: ["I", "k"] },
  debrief: { screen: "debrief", start: ended, first: ["j"] },
  "fork at": { screen: "number", start: ended, first: ["f", "1"] },
  compare: { screen: "compare", start: forked, first: [] },
  replay: { screen: "replay", start: watching, first: ["l", "l", "l"] },
  lifted: { screen: "replay", start: watching, first: ["l", "l", "l", "tab"] },
  seats: { screen: "replay", start: watching, first: ["l", "l", "l", "v"] },
  "go to": { screen: "number", start: watching, first: ["g", "1"] },
  fork: { screen: "pick", start: unlike, first: ["9", "F"] },
  help: {
    screen: "help",
    start: (shelf) => ({ at: "board", session: begin(shelf, opening) }),
    first: ["?"],
  },
};
const names = Object.keys(places);

function placeOf(name: string): Place {
  const place = places[name];
  if (place === undefined) throw new Error(`no place ${name}`);
  return place;
}

test("there is a place for every screen that has keys", () => {
  const screens = new Set(names.map((name) => placeOf(name).screen));
  expect([...screens].sort()).toEqual(Object.keys(bindings).sort());
});

async function open(name: string, more: readonly string[] = []): Promise<Drawn> {
  const { start, first } = placeOf(name);
  const shelf = shelfOf();
  const app = <App shelf={shelf} look={ascii} start={start(shelf)} onExit={() => {}} />;
  const drawn = await draw(app);
  onTestFinished(() => drawn.unmount());
  await drawn.press(...first, ...more);
  return drawn;
}

/** Keys that need more than their screen's usual state. */
const before: { readonly [key: string]: readonly string[] } = { "board enter": ["X", "1"] };

const screens = Object.keys(bindings).filter((name): name is Screen => name in bindings);
const listedAt = names.flatMap((name) =>
  listed(placeOf(name).screen).flatMap(({ keys }) => {
    // All that can be typed is typed in one place; elsewhere it is the same.
    const some = name === "seeds" && keys.length > 20 ? keys.slice(0, 3) : keys;
    return some.map((key) => [name, key] as const);
  }),
);

test.each(listedAt)("in %s, %s does something", async (name, key) => {
  const drawn = await open(name, before[`${name} ${key}`]);
  const shown = drawn.text();
  await drawn.press(key);
  expect(drawn.text()).not.toBe(shown);
});

const printable = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
const named = ["up", "down", "left", "right", "enter", "space", "tab", "esc"];
/** Shift makes no difference to tab. */
const others = ["backspace", "home", "end", "pageup", "pagedown", "\u0001", "é", "日"];

test.each(names)("in %s, no key does anything that is not in the table", async (name) => {
  const { screen } = placeOf(name);
  const drawn = await open(name);
  const shown = drawn.text();
  for (const key of [...printable, ...named, ...others]) {
    if (commandOf(screen, key) !== null) continue;
    await drawn.press(key);
    expect([key, drawn.text()]).toEqual([key, shown]);
  }
});

test.each(names)("in %s, the footer shows keys of this screen and no other", async (name) => {
  const { screen } = placeOf(name);
  const drawn = await open(name);
  const shown = drawn
    .lines()
    .slice(-4)
    .join(" ")
    .matchAll(/\[([^\]]+)\]/g);
  const keys = [...shown].flatMap(([, bracket = ""]) => keysIn(bracket));
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => commandOf(screen, key) === null)).toEqual([]);
});

const helped = names.filter((name) => commandOf(placeOf(name).screen, "?") === "help");

test.each(helped)("in %s, help tells of every key, and leads back", async (name) => {
  const { screen } = placeOf(name);
  const drawn = await open(name);
  const shown = drawn.text();
  await drawn.press("?");
  const session = begin(shelfOf(), "");
  const unused = useless(session.laws(), session.level, []);
  const all = screen === "board" ? listed(screen, unused) : listed(screen);
  for (const { keys, help } of all) {
    expect(drawn.text()).toContain(help);
    expect(drawn.text()).toContain(keysText(keys));
  }
  await drawn.press("?");
  expect(drawn.text()).toBe(shown);
});

test.each(screens)("on the %s screen, no key means two things", (screen) => {
  const keys = listed(screen).flatMap((binding) => binding.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

/** "h/l" is two keys, "2-9" is eight, and "<,>" is two. */
function keysIn(bracket: string): readonly string[] {
  const [from = "", to = ""] = /^(\d)-(\d)$/.exec(bracket)?.slice(1) ?? [];
  if (to !== "")
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${Number(from) + i}`);
  return bracket.length > 1 ? bracket.split(/[/,]/) : [bracket];
}

test.each(screens)("on the %s screen, the footer names keys that exist", (screen) => {
  const brackets = footer(screen).flatMap((text) => [...text.matchAll(/\[([^\]]+)\]/g)]);
  expect(brackets.length).toBeGreaterThan(0);
  for (const [, keys = ""] of brackets)
    for (const key of keysIn(keys)) expect([key, commandOf(screen, key)]).not.toEqual([key, null]);
});

test.each(screens)("help tells of every key of the %s screen, in the smallest window", (screen) => {
  const page = frame(helpRows(screen, [], room(80, 60), ascii)).join("\n");
  for (const { keys, help } of listed(screen)) {
    expect(page).toContain(help);
    if (keys.length < 5) expect(page).toContain(keys.join(" "));
  }
});

test.each(levels)("help for $id fits the smallest window, legend and all", (level) => {
  for (const laws of level.evenings) {
    const unused = useless(laws, level, ["repeat"]);
    const tall = frame(helpRows("board", unused, room(80, 60), ascii)).filter((row) => row !== "");
    const page = frame(helpRows("board", unused, small, ascii)).filter((row) => row !== "");
    expect(page).toEqual(tall);
  }
});

describe("in one chunk", () => {
  test("s1 says the first thing there is to say", async () => {
    const board = await open("board", ["q", "R", "R", "enter"]);
    await board.press("s1");
    expect(board.text()).toContain("a1 is on its way.");
  });

  test("www waits once, and jj scrolls twice", async () => {
    const [burst, one] = [await open("board", ["www"]), await open("board", ["w"])];
    expect(burst.text()).toBe(one.text());
    await burst.press("kk", "j");
    await one.press("k");
    expect(burst.text()).toBe(one.text());
  });
});
