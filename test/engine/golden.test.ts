import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formatIntent, isSeed, parseIntent } from "../../src/engine/index.ts";
import { rules } from "../../src/session/rules.ts";
import days from "../golden/engine-days.json" with { type: "json" };
import line from "../golden/engine-line.json" with { type: "json" };
import storm from "../golden/engine-storm.json" with { type: "json" };
import { canonical, evenings, isEvening, ofKind, playAll } from "./fixtures.ts";

/** Frozen games. What is in these files changes only when `rules` is raised, and then in each of them. */
const frozen = [storm, days, line];

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a frozen game", () => {
  test.each(frozen)("$about", ({ evening, seed, intents, ended, ...before }) => {
    if (!isEvening(evening) || !isSeed(seed)) throw new Error(`${evening}, ${seed}`);
    const moves = intents.flatMap((text) => parseIntent(text) ?? []);
    expect(moves.map(formatIntent)).toEqual(intents);
    const { events, secrets, world } = playAll(evenings[evening], seed, moves);
    expect(ofKind(events, "refused")).toEqual([]);
    expect(world.open).toMatchObject({ tick: ended, ended: "played out" });
    expect(sha256(canonical({ events, secrets, world }))).toBe(before.sha256);
    expect(before.rules).toBe(rules);
  });
});
