import { renderToString } from "ink";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  deal,
  type Laws,
  legal,
  luck,
  root,
  step,
  type World,
  waitingKeys,
} from "../../src/engine/index.ts";
import { canonical } from "../../src/session/canonical.ts";
import { goalsNow } from "../../src/session/goals.ts";
import { openSession, type Seed, type Session, seedFrom } from "../../src/session/index.ts";
import { App } from "../../src/ui/App.tsx";
import { commandOf } from "../../src/ui/keys.ts";
import { debriefText, endingText } from "../../src/ui/linear/after.ts";
import { actionsText, goalsText, waitsText } from "../../src/ui/linear/queries.ts";
import { report } from "../../src/ui/linear/telling.ts";
import { BoardScreen } from "../../src/ui/screens/BoardScreen.tsx";
import type { Where } from "../../src/ui/where.ts";
import { type Drawn, draw } from "../support/screen.ts";
import { ascii, castOf, levelOf, levels, moss, moveOf, play, shelfOf, small } from "./support.ts";

/** All that a screen or a line can say of a game that is under way. */
function shown(session: Session): string {
  const cast = castOf(session.level);
  // The seed is printed in a corner, so it is covered.
  const covered: Session = { ...session, seed: moss };
  const stage = { size: small, look: ascii, active: false, onHelp: () => {} };
  const hands = { habits: [], onBrief: () => {}, onOver: () => {}, onQuit: () => {} };
  const board = <BoardScreen {...stage} {...hands} session={covered} cast={cast} />;
  return [
    renderToString(board, { columns: 80 }),
    report(cast, session.heard(), 0, session),
    waitsText(cast, session),
    goalsText(session),
    actionsText(session),
    debriefText(cast, session),
    endingText(cast, session),
  ].join("\n");
}

/** What a hand does in an evening, seen before each of its moves. It never leaves. */
function* playing(
  session: Session,
  hand: Seed,
  moves: number,
  longest = 12,
): Generator<void, void> {
  for (let i = 0; i < moves; i++) {
    yield;
    const move = moveOf(session, luck(root(hand), "bot", i), longest);
    if (move !== null && move.kind !== "leave") session.play(move);
  }
}

/** The level over a line that brings nothing back, where the same signs are shown again and again. */
const hushed = (level: Session["level"]): Session["level"] => ({
  ...level,
  evenings: level.evenings.map((laws) => ({ ...laws, in: { ...laws.in, loss: 1000 } })),
});

/** A session in one weather with the days of another seed: a game never parts the two, and what is yours differs. */
function inWeather(level: Session["level"], weather: Seed, own: Seed): Session {
  const session = openSession(level, weather);
  const laws = session.laws();
  let now = deal(laws, weather, own);
  let events = now.events;
  return {
    ...session,
    observe: () => now.world.open,
    heard: (from = 0) => events.slice(from),
    legal: () => legal(laws, now.world.open),
    waiting: () => waitingKeys(now.world.open),
    goals: () => goalsNow(level.story.goals, now.world.open),
    play: (intent) => {
      now = step(laws, now.world, intent);
      events = [...events, ...now.events];
      return now.events;
    },
  };
}

/** The same hand played in many weathers, sorted by all that could be known at its end. */
function twins(level: Session["level"], hand: Seed, moves: number): readonly Session[][] {
  const found = new Map<string, Session[]>();
  for (let n = 1; n <= 24; n++) {
    const session = inWeather(level, seedFrom(n), hand);
    for (const _ of playing(session, hand, moves, 3));
    if (session.observe().ended !== null) continue;
    const signs = canonical(session.heard());
    found.set(signs, [...(found.get(signs) ?? []), session]);
  }
  return [...found.values()];
}

const numbersIn = (data: unknown): readonly number[] => {
  if (typeof data === "number") return [data];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(numbersIn) : [];
};

/** Hidden numbers that are no tick and no count, in full and as people round them. */
const secretsIn = ({ sealed }: World): readonly string[] =>
  numbersIn(sealed)
    .filter((number) => !Number.isInteger(number) || number > 1e6)
    .flatMap((number) => [String(number), number.toFixed(3), number.toFixed(2)]);

/** The hidden half of the game that a session plays, in step with it. */
function spyOn(session: Session, laws: Laws): { readonly play: Session["play"]; world: World } {
  const spy = {
    world: deal(laws, session.seed).world,
    play: (intent: Parameters<Session["play"]>[0]) => {
      spy.world = step(laws, spy.world, intent).world;
      return session.play(intent);
    },
  };
  return spy;
}

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  test("two weathers that showed the same signs draw the same board and say the same words", () => {
    let pairs = 0;
    for (let hand = 1; hand <= 4; hand++)
      for (const line of [level, hushed(level)])
        for (const same of twins(line, seedFrom(1000 + hand), 1 + 3 * hand)) {
          const [first, ...others] = same.map(shown);
          for (const other of others) expect(other).toBe(first);
          pairs += others.length;
        }
    expect(pairs).toBeGreaterThanOrEqual(10);
  });

  test("no hidden number, and no word for what is hidden, is on a board before the end", () => {
    const [laws] = level.evenings;
    if (laws === undefined) throw new Error("no evening");
    const plain = openSession(level, seedFrom(7));
    const spy = spyOn(plain, laws);
    for (const _ of playing({ ...plain, play: spy.play }, seedFrom(8), 40)) {
      if (plain.observe().ended !== null) break;
      const board = shown(plain);
      expect(spy.world.open).toEqual(plain.observe());
      for (const secret of secretsIn(spy.world)) expect(board).not.toContain(secret);
      expect(board).not.toMatch(
        /what was true|\b(strain|gain|load|shut|inbox|lost|dropped|down)\b/i,
      );
    }
  });
});

const screenOf = async (start: Where, shelf = shelfOf()): Promise<Drawn> => {
  const screen = await draw(<App shelf={shelf} look={ascii} start={start} onExit={() => {}} />);
  onTestFinished(() => screen.unmount());
  return screen;
};

const began = (): Session => play(openSession(levelOf("backoff.1"), moss), "send ask key; wait 3");

test("before the end, a debrief that is asked for is the board", async () => {
  const board = await screenOf({ at: "board", session: began() });
  const debrief = await screenOf({ at: "debrief", session: began() });
  expect(debrief.text().replace("Your move.", "")).toBe(board.text().replace("Your move.", ""));
});

test("no key but the one that ends the evening leads to what was true", async () => {
  const screen = await screenOf({ at: "board", session: began() });
  const keys = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
  for (const key of ["enter", "tab", ...keys]) {
    if (commandOf("board", key) === "leave" || commandOf("board", key) === "quit") continue;
    await screen.press(key, "enter", "tab");
    expect(screen.text()).not.toContain("what was true");
  }
});

test("a replay of a game that is not over keeps its fog", async () => {
  const shelf = shelfOf();
  play(shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false }), "send ask key; wait 3");
  const screen = await screenOf({ at: "games", notice: "" }, shelf);
  await screen.press("w", "9", "tab");
  expect(screen.text()).toContain("The fog lifts once this evening has ended.");
  expect(screen.text()).toContain("fog on");
});
