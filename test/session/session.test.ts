import { describe, expect, test } from "vitest";
import { blank, recorder } from "../../src/engine/index.ts";
import { eveningSeed, isSeed, openSession, seedFrom } from "../../src/session/index.ts";
import { page, sleep } from "../support/journal.ts";
import { hardEvening, threeAsks, twoEvenings } from "../support/levels.ts";

const seed = seedFrom(7);
const askKey = { kind: "send", what: "ask", about: "key" } as const;

describe("a session", () => {
  test("observes the same frozen object until something happens", () => {
    const session = openSession(threeAsks, seed);
    const before = session.observe();
    expect(session.observe()).toBe(before);
    expect(Object.isFrozen(before.forces.waits?.asks[0])).toBe(true);
    session.play(askKey);
    expect(session.observe()).not.toBe(before);
    expect(session.observe().sent.map(({ key }) => key)).toEqual(["a1"]);
    expect(before.sent).toEqual([]);
  });

  test("what is observed is what was heard, and nothing else", () => {
    const session = openSession(threeAsks, seed);
    session.play(askKey);
    sleep(session);
    const open = blank(hardEvening);
    const record = recorder(hardEvening);
    for (const event of session.heard()) record(open, event);
    expect(session.observe()).toEqual(open);
  });

  test("serves its events from any index on, and the same list while nothing is added", () => {
    const session = openSession(threeAsks, seed);
    const dealt = session.heard();
    expect(session.heard()).toBe(dealt);
    const caused = session.play(askKey);
    expect(session.heard(dealt.length)).toEqual(caused);
    expect(session.heard()).toEqual([...dealt, ...caused]);
    expect(Object.isFrozen(caused[0])).toBe(true);
  });

  test("tells its listeners after a move, and no longer once they are gone", () => {
    const session = openSession(threeAsks, seed);
    let told = 0;
    const stop = session.subscribe(() => {
      told += session.observe().sent.length;
    });
    session.play(askKey);
    expect(told).toBe(1);
    stop();
    session.play({ kind: "wait", ticks: 1 });
    expect(told).toBe(1);
  });

  test("a refused move is answered, changes nothing and is not written down", () => {
    const journal = page("");
    const session = openSession(threeAsks, seed, { journal });
    const [before, heard, text] = [session.observe(), session.heard(), journal.text()];
    expect(session.play({ kind: "repeat", key: "a9" })).toEqual([
      { kind: "refused", tick: 0, why: "key" },
    ]);
    expect(session.observe()).toBe(before);
    expect(session.heard()).toBe(heard);
    expect(journal.text()).toBe(text);
  });

  test("offers what may be done now", () => {
    const session = openSession(threeAsks, seed);
    session.play(askKey);
    const kinds = session.legal().map((move) => move.kind);
    expect(kinds).toEqual(["wait", "wait for news", "send", "send", "repeat", "let go", "leave"]);
  });

  test("keeps what is done beside the game out of the game", () => {
    const session = openSession(threeAsks, seed);
    const before = session.observe();
    session.aside({ kind: "bet", choice: 1 });
    expect(session.asides()).toEqual([{ kind: "bet", choice: 1 }]);
    expect(session.observe()).toBe(before);
  });

  test("once closed, can be read and not played", () => {
    const session = openSession(threeAsks, seed);
    session.close();
    session.close();
    expect(session.observe().tick).toBe(0);
    expect(() => session.play(askKey)).toThrow("This session is closed.");
  });
});

describe("evenings", () => {
  test("follow one another only once the one before has ended", () => {
    const session = openSession(twoEvenings, seed);
    expect(session.evening()).toEqual({ n: 1, of: 2 });
    expect(session.next()).toBe(false);
    sleep(session);
    expect(session.next()).toBe(true);
    expect(session.evening()).toEqual({ n: 2, of: 2 });
    expect(session.observe()).toMatchObject({ tick: 0, ended: null, sent: [] });
    sleep(session);
    expect(session.next()).toBe(false);
  });

  test("are other draws: a game's seed gives each a seed of its own", () => {
    expect(eveningSeed("b1:moss-4f2a", 0)).toBe("b1:moss-4f2a");
    expect(eveningSeed("b1:moss-4f2a", 1)).toBe("b1:moss-4f2a-2");
  });

  test("a seed as long as can be still has later evenings", () => {
    const text = eveningSeed(`b1:${"x".repeat(40)}`, 11);
    expect(isSeed(text)).toBe(true);
    expect(text).toBe(`b1:${"x".repeat(37)}-12`);
  });
});

describe("goals", () => {
  const states = (session: ReturnType<typeof openSession>) =>
    session.goals().map(({ state }) => state);

  test("are unknown to begin with, and an upper bound stays so until the end", () => {
    const session = openSession(threeAsks, seed);
    expect(states(session)).toEqual(["unknown", "unknown", "unknown"]);
  });

  test("a lower bound is met as soon as it is reached, and broken by the end if not", () => {
    const session = openSession(threeAsks, seed);
    session.play(askKey);
    for (let i = 0; i < 60 && session.observe().heard.count === 0; i++) {
      session.play({ kind: "wait", ticks: 16 });
      if (session.observe().heard.count === 0) session.play({ kind: "repeat", key: "a1" });
    }
    expect(states(session)).toEqual(["met", "unknown", "unknown"]);
    sleep(session);
    expect(states(session)).toEqual(["met", "broken", "broken"]);
  });

  test("leaving decides nothing", () => {
    const session = openSession(threeAsks, seed);
    session.play({ kind: "leave" });
    expect(states(session)).toEqual(["unknown", "unknown", "unknown"]);
  });
});

describe("the end", () => {
  test("there is no debrief and no result before it", () => {
    const session = openSession(twoEvenings, seed);
    session.play(askKey);
    expect(session.debrief()).toBeNull();
    sleep(session);
    expect(session.debrief()).not.toBeNull();
    expect(session.result()).toBeNull();
    session.next();
    expect(session.debrief()).toBeNull();
    expect(session.debrief(1)?.secrets.length).toBeGreaterThan(0);
    expect(session.debrief(2)).toBeNull();
    expect(session.debrief(3)).toBeNull();
  });

  test("the debrief tells the same evening, with what was hidden", () => {
    const session = openSession(threeAsks, seed);
    session.play(askKey);
    sleep(session);
    const debrief = session.debrief();
    expect(debrief?.events).toEqual(session.heard());
    expect(debrief?.moments.at(-1)?.open).toEqual(session.observe());
    expect(debrief?.secrets[0]).toMatchObject({ kind: "shut", tick: 0 });
    expect(session.debrief()).toBe(debrief);
  });

  test("the result is the mean of the evenings, in stars", () => {
    const session = openSession(twoEvenings, seed);
    sleep(session);
    session.next();
    sleep(session);
    // Nothing was ever asked: each evening costs half of what it was worth.
    expect(session.result()).toEqual({ outcome: -50, stars: 0, evenings: [-50, -50] });
  });

  test("a rehearsal has an outcome and no stars", () => {
    const session = openSession(threeAsks, seed, { rehearsal: true });
    sleep(session);
    expect(session.result()).toEqual({ outcome: -50, stars: null, evenings: [-50] });
  });

  test("leaving is neither a win nor a loss", () => {
    const session = openSession(threeAsks, seed);
    session.play({ kind: "leave" });
    expect(session.debrief()?.outcome).toBeNull();
    expect(session.result()).toEqual({ outcome: null, stars: null, evenings: [null] });
  });

  test("a level without a score has a debrief and no outcome", () => {
    const session = openSession({ ...threeAsks, scoring: null }, seed);
    sleep(session);
    expect(session.debrief()?.par).toBeNull();
    expect(session.result()).toEqual({ outcome: null, stars: null, evenings: [null] });
  });
});
