import { describe, expect, test } from "vitest";
import {
  type Backoff,
  constant,
  decorrelated,
  equalJitter,
  exponential,
  fullJitter,
  none,
} from "../../src/bots/backoff.ts";

const ALMOST_ONE = 1 - 2 ** -32;

function gaps(backoff: Backoff, unit: number, tries = 6): readonly number[] {
  const made: number[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    made.push(backoff(attempt, unit, made[attempt - 1] ?? 0));
  }
  return made;
}

describe("a gap before trying again", () => {
  test("is nothing for the impatient and the same for the metronome", () => {
    expect(gaps(none(), 0.5, 3)).toEqual([0, 0, 0]);
    expect(gaps(constant(4), 0.5, 3)).toEqual([4, 4, 4]);
  });

  test("doubles from the base up to the cap, whatever the draw", () => {
    expect(gaps(exponential(5, 100), 0)).toEqual([5, 10, 20, 40, 80, 100]);
    expect(gaps(exponential(5, 100), ALMOST_ONE)).toEqual([5, 10, 20, 40, 80, 100]);
  });

  test("with full jitter lies anywhere between nothing and the doubled gap", () => {
    expect(gaps(fullJitter(2, 64), 0)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(gaps(fullJitter(2, 64), 0.5)).toEqual([1, 2, 4, 8, 16, 32]);
  });

  test("with equal jitter keeps half and draws half", () => {
    expect(gaps(equalJitter(2, 64), 0)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(gaps(equalJitter(2, 64), 0.5)).toEqual([1.5, 3, 6, 12, 24, 48]);
  });

  test("decorrelated walks between the base and three times the gap before", () => {
    expect(gaps(decorrelated(5, 100), 0)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(gaps(decorrelated(5, 100), 0.5, 4)).toEqual([10, 17.5, 28.75, 45.625]);
    expect(decorrelated(5, 100)(7, 0.5, 90)).toBe(100);
  });

  test("is the cap after any number of tries, and at once", () => {
    const many = 1_000_000_000;
    expect(exponential(5, 2000)(many, 0, 0)).toBe(2000);
    expect(equalJitter(5, 2000)(many, 0, 0)).toBe(1000);
    expect(exponential(50, 20)(0, 0, 0)).toBe(20);
  });

  test("of no base never grows", () => {
    expect(exponential(0, 20)(5, 0, 0)).toBe(0);
  });
});
