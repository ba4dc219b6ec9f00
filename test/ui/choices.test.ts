/** What a key may mean: each choice named whole in the smallest window, with what it takes, and what would be said. */
import { describe, expect, test } from "vitest";
import { type Intent, openSession, seedFrom } from "../../src/session/index.ts";
import { possible, questionOf } from "../../src/ui/acts.ts";
import { type Option, optionsFor } from "../../src/ui/options.ts";
import { pickRows } from "../../src/ui/screens/pick.ts";
import { chat } from "../../src/ui/words.ts";
import { castOf, frame, levelOf, levels, moss, moveOf, play, small, wander } from "./support.ts";

/** The rows that a picker has in the smallest window, its question aside. */
const height = 5;

/** Choices as a wandering game meets them, beyond which nothing can be seen at once. */
function* menus(level: (typeof levels)[number]): Generator<readonly Option[], void> {
  for (const seed of [1, 2, 3].map(seedFrom)) {
    const session = openSession(level, seed);
    for (const _ of wander(session, seed)) {
      if (session.observe().ended !== null) continue;
      for (const act of possible(session.legal())) yield optionsFor(act, session, castOf(level));
    }
  }
}

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  test("up to ten choices have their names whole at 80 columns, and what they take", () => {
    const cut = new Set<string>();
    for (const options of menus(level)) {
      if (options.length > 2 * height) continue;
      const texts = options.map(({ text }) => text);
      const shown = frame(pickRows({ question: "", options: texts }, small, height)).join("\n");
      for (const { text, takes } of options) {
        const [name = ""] = text.split(": ");
        if (!shown.includes(name)) cut.add(name);
        if (takes > 0) expect(name.endsWith(` (${takes})`)).toBe(true);
      }
    }
    expect([...cut]).toEqual([]);
  });
});

test("a number in brackets is said to be energy where it is", () => {
  const asked = (id: string, act: "ping" | "send"): string => {
    const session = play(openSession(levelOf(id), moss), "wait 1");
    return questionOf(act, optionsFor(act, session, castOf(levelOf(id))));
  };
  expect(asked("heartbeats.1", "ping")).toMatch(/In brackets: the energy\.$/);
  expect(asked("backoff.1", "send")).toBe("Say what?");
  expect(asked("consistency.1", "send")).toMatch(/^Settle what\?/);
});

test("a choice quotes what will be said", () => {
  let quoted = 0;
  for (const id of ["idempotency.1", "generals.1", "finale"]) {
    const cast = castOf(levelOf(id));
    const session = openSession(levelOf(id), moss);
    const moves: Intent[] = [];
    for (let card = 1; card < 40; card++) {
      for (const { intent, text } of (["apology", "confirm", "send"] as const).flatMap((act) =>
        optionsFor(act, session, cast),
      )) {
        if (intent?.kind !== "send") continue;
        const twin = openSession(levelOf(id), moss);
        for (const move of [...moves, intent]) twin.play(move);
        const said = chat(cast, twin.heard()).findLast(({ who }) => who === "you")?.text;
        expect(text.endsWith(`: "${said}"`)).toBe(true);
        quoted += 1;
      }
      const move = moveOf(session, 7919 * card);
      if (move === null || move.kind === "leave") continue;
      moves.push(move);
      session.play(move);
    }
  }
  expect(quoted).toBeGreaterThan(100);
});
