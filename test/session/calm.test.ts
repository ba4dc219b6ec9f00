import { describe, expect, test } from "vitest";
import { calmly, openSession, readGame, seedFrom } from "../../src/session/index.ts";
import { created, freshFolder } from "../support/folder.ts";
import { sleep } from "../support/journal.ts";
import { threeAsks } from "../support/levels.ts";

const { saves, file, path } = freshFolder();
const seed = seedFrom(5);

describe("a calm game", () => {
  test("is not weighed, and what was true is told all the same", () => {
    const plain = openSession(threeAsks, seed);
    sleep(plain);
    const session = openSession(threeAsks, seed);
    session.aside({ kind: "calm" });
    sleep(session);
    const calm = calmly(session);
    expect(plain.debrief()?.outcome).toBe(-50);
    expect(calm.debrief()).toEqual({ ...plain.debrief(), outcome: null, terms: [], par: null });
    expect(calm.result()).toEqual({ outcome: null, stars: null, evenings: [null] });
    expect(plain.goals().some(({ state }) => state === "broken")).toBe(true);
    expect(calm.goals().some(({ state }) => state === "broken")).toBe(false);
    expect(calmly(plain)).toBe(plain);
  });

  test("says so in its journal, goes on as one, and is no progress", () => {
    const session = saves().start(threeAsks, seed, { created });
    session.aside({ kind: "calm" });
    session.play({ kind: "wait", ticks: 2 });
    session.close();
    const resumed = saves().resume(file());
    if (!resumed.ok) throw new Error(resumed.problem);
    sleep(resumed.session);
    expect(calmly(resumed.session).result()?.stars).toBeNull();
    expect(readGame(path())).toMatchObject({ ok: true });
    expect(saves().list()).toMatchObject([
      { state: "ended", calm: true, stars: null, outcome: null },
    ]);
    expect([...saves().progress()]).toEqual([]);
  });
});
