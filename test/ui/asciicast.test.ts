/** A recording, played on a true screen by the rules of the format. */
import { expect, test } from "vitest";
import { openReplay, openSession, type Replay, readJournal } from "../../src/session/index.ts";
import { asciicast } from "../../src/ui/asciicast.ts";
import { digest, header, page } from "../support/journal.ts";
import { linesOf, openScreen } from "../support/terminal.ts";
import { castOf, levelOf, moss, play, unicode } from "./support.ts";

const level = levelOf("backoff.1");

function replayOf(moves: string): Replay {
  const journal = page(header(level, moss));
  play(openSession(level, moss, { journal }), moves);
  const read = readJournal(journal.text(), digest);
  if (!read.ok) throw new Error(read.problem);
  return openReplay(read.game, level);
}

type Line = readonly [interval: number, code: string, data: string];

/** The screen at each marker, with the marker's text. */
async function played(cast: string): Promise<readonly { mark: string; screen: string }[]> {
  const [head = "", ...rest] = cast.trimEnd().split("\n");
  const { version, term } = JSON.parse(head);
  expect([version, term.cols, term.rows]).toEqual([3, 80, 24]);
  const screen = openScreen(term.cols, term.rows);
  const stops: { mark: string; screen: string }[] = [];
  const events: readonly Line[] = rest.map((line) => JSON.parse(line));
  for (const [interval, code, data] of events) {
    expect(interval).toBeGreaterThanOrEqual(0);
    if (code === "o") await new Promise<void>((done) => screen.write(data, done));
    else if (code === "m") stops.push({ mark: data, screen: linesOf(screen).join("\n") });
    else expect([code, data]).toEqual(["x", "0"]);
  }
  expect(events.at(-1)?.[1]).toBe("x");
  return stops;
}

const moves = "send ask key; send ask pot; wait 3; repeat a1; wait for news; wait 9";

test("each tick at which something is seen is a frame and a marker, in the fog and then without it", async () => {
  const replay = replayOf(`${moves}; leave`);
  const stops = await played(asciicast(replay, castOf(level), unicode));
  const foggy = stops.filter(({ screen }) => screen.includes("fog on"));
  const lifted = stops.filter(({ screen }) => screen.includes("fog off"));
  expect(foggy.length + lifted.length).toBe(stops.length);
  expect(stops.indexOf(lifted[0] ?? { mark: "", screen: "" })).toBe(foggy.length);
  for (const { mark, screen } of stops) {
    const [, tick] = /^t(\d+)/.exec(mark) ?? [];
    expect(screen.split("\n")[0]).toMatch(new RegExp(`tick ${tick} of \\d+`));
  }
  expect(foggy.map(({ screen }) => screen).join("")).not.toMatch(/ × | what was true|THEM load/);
  expect(lifted.at(-1)?.screen).toContain("THEM load");
  expect(asciicast(replay, castOf(level), unicode)).toBe(asciicast(replay, castOf(level), unicode));
});

test("of an evening that goes on nothing is told but what could be seen", async () => {
  const stops = await played(asciicast(replayOf(moves), castOf(level), unicode));
  expect(stops.length).toBeGreaterThan(3);
  for (const { screen } of stops) expect(screen).toContain("fog on");
});
