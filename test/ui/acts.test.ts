import { expect, test } from "vitest";
import { type Intent, openSession } from "../../src/session/index.ts";
import { firstLine, whyNot } from "../../src/ui/acts.ts";
import { optionsFor } from "../../src/ui/options.ts";
import { tell } from "../../src/ui/words.ts";
import { castOf, levelOf, levels, moss } from "./support.ts";

const level = levelOf("degradation.1");
const modesIn = (options: readonly { readonly intent: Intent | null }[]): readonly string[] =>
  options.map(({ intent }) => (intent?.kind === "mode" ? intent.to : "none"));

test("a mode has the same number whichever mode runs, and to choose that one costs no tick", () => {
  const cast = castOf(level);
  const session = openSession(level, moss);
  const usual = modesIn(optionsFor("mode", session, cast));
  expect(new Set(usual).size).toBe(4);
  for (const to of ["reduced", "core", "full"] as const) {
    session.play({ kind: "mode", to });
    const options = optionsFor("mode", session, cast);
    expect(modesIn(options)).toEqual(usual);
    expect(options.filter(({ text }) => text.includes("as now"))).toHaveLength(1);
    const before = session.observe();
    const said = tell(cast, session.play({ kind: "mode", to }), before.tick, session.observe());
    expect(said).toBe("That is how it is already.");
    expect(session.observe()).toBe(before);
  }
});

test("why nothing can be said: what stands in the way of everything is named", () => {
  const dim = openSession(level, moss);
  while ((dim.observe().forces.modes?.dark ?? 0) === 0) dim.play({ kind: "wait", ticks: 1 });
  expect(whyNot("announce", dim)).toBe("You are in the dark: all you can do is wait.");
  const planned = openSession(levelOf("generals.1"), moss);
  while (!planned.observe().forces.plans?.plans.some(({ due }) => due))
    planned.play({ kind: "wait", ticks: 1 });
  for (const act of ["send", "confirm", "repeat"] as const)
    expect(whyNot(act, planned)).toBe("It is now or never: go, or no-go.");
});

test("the first line says whether there is anything to do", () => {
  const first = (id: string): string => firstLine(openSession(levelOf(id), moss).legal());
  expect(first("backoff.1")).toBe("Your move.");
  const idle = levels.filter(({ id }) => first(id) !== "Your move.");
  expect(idle.length).toBeGreaterThan(0);
  for (const { id } of idle) {
    expect(first(id)).toBe("Nothing to do yet: let a tick pass.");
    expect(
      openSession(levelOf(id), moss)
        .legal()
        .map(({ kind }) => kind),
    ).toEqual(["wait", "wait for news", "leave"]);
  }
});
