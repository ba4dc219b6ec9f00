import { expect, test } from "vitest";
import { type Intent, openSession } from "../../src/session/index.ts";
import { optionsFor } from "../../src/ui/acts.ts";
import { tell } from "../../src/ui/words.ts";
import { castOf, levelOf, moss } from "./support.ts";

const level = levelOf("degradation.1");
const modesIn = (options: readonly { readonly intent: Intent }[]): readonly string[] =>
  options.map(({ intent }) => (intent.kind === "mode" ? intent.to : intent.kind));

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
