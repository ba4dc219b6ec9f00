/** Every screen but board, debrief and briefing stays within its window: see bounds.test.ts for those. */
import { describe, expect, test } from "vitest";
import {
  debriefIn,
  type Level,
  openReplay,
  openSession,
  type Replay,
  type Seed,
  seedFrom,
} from "../../src/session/index.ts";
import { turningPoints } from "../../src/ui/diagram/truth.ts";
import type { Screen } from "../../src/ui/keys.ts";
import { bindings } from "../../src/ui/keys.ts";
import { textOf } from "../../src/ui/row.ts";
import { compareRows } from "../../src/ui/screens/compare.ts";
import { creditsRows } from "../../src/ui/screens/credits.ts";
import { endingRows } from "../../src/ui/screens/ending.ts";
import { gamesRows } from "../../src/ui/screens/games.ts";
import { helpRows } from "../../src/ui/screens/help.ts";
import { chaptersOf, mapRows } from "../../src/ui/screens/map.ts";
import { marksOf } from "../../src/ui/screens/marks.ts";
import { optionsRows } from "../../src/ui/screens/options.ts";
import { type ReplayView, replayRows } from "../../src/ui/screens/replay.ts";
import { settingNames, usual } from "../../src/ui/settings.ts";
import type { GameEntry, OwnEntry } from "../../src/ui/shelf.ts";
import { gameOf, header, page } from "../support/journal.ts";
import { ascii, castOf, levelOf, levels, wander } from "./support.ts";
import { drawn, expectOneCell, foreignIn, hold, holdWhole, ways } from "./windows.ts";

function replayed(level: Level, seed: Seed): Replay {
  const journal = page(header(level, seed));
  for (const _ of wander(openSession(level, seed, { journal }), seed));
  return openReplay(gameOf(journal.text()), level);
}

const long =
  "A notice that takes its time, and says in one breath more than one line has room for.";

const asked = "No other evening was found that looked just the same up to t1234.";

/** A moment of a replay, as it may be looked at: in the fog, without it, from the other seat, while asked. */
function momentOf(replay: Replay, evening: number, tick: number, way: number): ReplayView {
  const film = replay.evenings[evening - 1];
  if (film === undefined) throw new RangeError("no such evening");
  const cast = castOf(replay.level);
  const { observation: open, events, secrets } = replay.at(evening, tick);
  const shown = way === 0 ? null : secrets;
  const { moments } = film;
  const truth = { cast, secrets: film.secrets ?? [], moments };
  const options = [
    "other weather from t99: all the same until then",
    "the same weather, from here",
  ];
  return {
    cast,
    title: way === 2 ? "THE PATTERN, ON YOUR EVENING" : "",
    seed: replay.seed.slice(3),
    verified: "verified",
    evening: { n: evening, of: replay.evenings.length },
    tick,
    last: film.last,
    open,
    events,
    truth: shown && { cast, secrets: shown, moments },
    seat: way === 3,
    film: {
      events: film.events,
      secrets: shown && film.secrets,
      marks: marksOf(film.events, shown && film.secrets, ascii.glyphs),
      points: turningPoints(truth),
    },
    playing: way === 2,
    speed: 32,
    notice: way === 4 ? long : "",
    asking:
      way === 5 ? { question: `Go to which tick, 0 to ${film.last}?`, typed: "123456" } : null,
    picking: way === 6 ? { question: asked, options } : null,
  };
}

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  test("no moment of a replay is larger than its window, in the fog or out of it, from either seat", () => {
    for (let n = 1; n <= 3; n++) {
      const replay = replayed(level, seedFrom(n));
      for (const [i, { last }] of replay.evenings.entries())
        for (let at = 0; at < 56; at++) {
          const { look, size } = ways[(at + n) % ways.length] ?? {
            look: ascii,
            size: { columns: 79, rows: 23 },
          };
          const tick = Math.round((last * at) / 55);
          const view = momentOf(replay, i + 1, tick, at % 7);
          const rows = replayRows(view, size, look);
          hold(rows, size, look);
          holdWhole(rows, [
            `tick ${tick} of ${last}`,
            `${view.playing ? "playing" : "paused"} x32`,
            view.asking?.question ?? view.picking?.question ?? view.notice,
            ...(view.picking?.options ?? []),
            view.asking ? "> 123456_" : "[?] help",
          ]);
        }
    }
  });

  test("no comparison of two evenings is", () => {
    const [one, two] = [replayed(level, seedFrom(1)), replayed(level, seedFrom(2))];
    for (const [i] of level.evenings.entries()) {
      const [before, after] = [debriefIn(one, i + 1), debriefIn(two, i + 1)];
      if (before === null || after === null) throw new Error("it has ended");
      const evening = { n: i + 1, of: level.evenings.length };
      for (const [n, { look, size }] of ways.entries()) {
        const taken = n % 3 === 0 ? null : n * 3;
        const told = { name: "rehearsed from t123, other weather", debrief: after };
        const view = { before: { name: "as it was", debrief: before }, after: told, taken };
        const rows = compareRows(
          { ...view, cast: castOf(level), evening, weighed: true },
          size,
          look,
        );
        hold(rows, size, look);
        holdWhole(rows, ["as it was", told.name, "They part at", "[esc] back"]);
      }
    }
  });
});

const gameOfList = (n: number): GameEntry => ({
  file: `${n}`,
  level: "backoff.1",
  title: n % 5 === 0 ? "A title of one's own that goes on and on and on" : "The second text",
  tier: n % 2 === 0 ? 1 : null,
  name: n % 3 === 0 ? "a name of 24 characters!" : "",
  seed: n % 4 === 0 ? "a-seed-of-forty-characters-as-many-as-may" : "moss-4f2a",
  when: "2026-11-24 18:02",
  state: (["paused", "ended", "view only", "damaged"] as const)[n % 4] ?? "ended",
  stars: n % 4,
  outcome: n % 4 === 0 ? null : -12.4,
  tick: n,
  note: n % 4 === 3 ? `Line 12 is damaged: ${long}` : "tick 123, evening 1, from t123",
  rehearsal: n % 7 === 0,
  calm: n % 11 === 0,
});

test.each([0, 1, 9, 300])("no list of %i saved games is larger than its window", (count) => {
  const games = Array.from({ length: count }, (_, n) => gameOfList(n));
  for (const { look, size } of ways)
    for (const chosen of [0, 3, Math.floor(count / 2), count - 1])
      for (const notice of ["", `A copy is in /home/someone/${"deep/".repeat(12)}game.ndjson`])
        for (const typed of [null, "a name of 24 characters!"]) {
          const rows = gamesRows({ games, chosen: Math.max(0, chosen), notice, typed }, size, look);
          hold(rows, size, look);
          holdWhole(
            rows,
            typed === null ? [notice, "[esc] back"] : [`Its name: ${typed}_`, "[esc] back"],
          );
        }
});

const own = (count: number): readonly OwnEntry[] =>
  Array.from({ length: count }, (_, n) => ({
    file: n % 2 === 0 ? `${n}-${"long-".repeat(14)}name.yaml` : `${n}.yaml`,
    levels: n % 2 === 0 ? [] : [{ ...levelOf("trust.2"), id: `mine-${n}` }],
    problem: n % 2 === 0 ? `${n}.yaml:123:45: ${long} ${long} ${"word".repeat(40)}` : "",
  }));

test("no map is, with none or many levels of one's own, right or wrong, whatever it says or asks", () => {
  const progress = new Map(levels.map(({ id }, i) => [id, i % 5 === 4 ? null : i % 4] as const));
  for (const count of [0, 1, 2, 40]) {
    const chapters = chaptersOf(levels, own(count));
    for (const { look, size } of ways)
      for (let chosen = 0; chosen < chapters.length; chosen++) {
        const games = [1, 2, 3].map((n) => ({ ...gameOfList(n), state: "paused" as const }));
        const notice = chosen % 3 === 0 ? long : "";
        const isLevel = chapters[chosen]?.problem === "";
        const typed =
          isLevel && chosen % 4 === 1 ? "a-seed-of-forty-characters-as-many-as-may" : null;
        const more = { notice, typed, over: chosen % 2 === 0 };
        const view = { chapters, chosen, tier: chosen % 3, progress, games, ...more };
        const rows = mapRows(view, size, look);
        hold(rows, size, look);
        holdWhole(rows, typed === null ? [notice, "[q] quit"] : [`Its seed: ${typed}_`]);
      }
  }
});

test("the options are not, and no page of help", () => {
  const screens = Object.keys(bindings).filter((name): name is Screen => name in bindings);
  for (const { look, size } of ways) {
    for (const chosen of settingNames.keys()) {
      const view = { settings: usual, chosen, stronger: long, notice: `${long} ${long}` };
      const rows = optionsRows(view, size, look);
      hold(rows, size, look);
      holdWhole(rows, [long, "[enter] change", "[esc] back"]);
    }
    for (const screen of screens) hold(helpRows(screen, [], size, look), size, look);
  }
});

test("no line of a page to read is wider than its window", () => {
  for (const { size, look } of ways)
    for (const rows of [creditsRows(levels, size.columns), endingRows(levels, size.columns, look)])
      expect(rows.map(textOf).filter((line) => line.length > size.columns)).toEqual([]);
});

test("whatever they draw is one cell wide, and in the ASCII look it is ASCII", async () => {
  await expectOneCell();
  expect(foreignIn(drawn.ascii)).toEqual([]);
  expect(drawn.ascii.size).toBeGreaterThan(60);
});
