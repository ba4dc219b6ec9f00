/** What the card says of an evening, fact by fact. */
import { expect, test } from "vitest";
import { factOf } from "../../src/ui/forces/index.ts";
import { ordinal } from "../../src/ui/words.ts";
import { castOf, levelOf } from "./support.ts";

const ending = (numbers: { readonly [name: string]: number }): string =>
  factOf(
    {
      line: "acknowledgement",
      code: "endings",
      ticks: [],
      numbers: { wants: 0, yes: 0, agreed: 0, sure: 0, known: 0, ...numbers },
    },
    castOf(levelOf("finale")),
    null,
  ).join(" ");

test("a yes that was lost is told apart from no answer, and from one that only you could be sure of", () => {
  expect(ending({})).toBe("Wren wanted to go on. Nothing was agreed.");
  expect(ending({ yes: 1 })).toContain("Wren said yes to it; the yes never reached you.");
  expect(ending({ yes: 1, agreed: 1 })).toContain("Only you could be sure that it was agreed.");
  expect(ending({ yes: 1, agreed: 1, sure: 1, known: 1 })).toContain("You both knew");
});

test("an apology that was read again is counted, and said to heal nothing more", () => {
  const numbers = { fresh: 1, wrongs: 1, after: 2, afterwards: 0, again: 2, reopened: 0, soon: 0 };
  const fact = { line: "repair", code: "incidents.sorry", ticks: [9], numbers } as const;
  const told = (again: number): string =>
    factOf(
      { ...fact, numbers: { ...numbers, again } },
      castOf(levelOf("idempotency.1")),
      null,
    ).join(" ");
  expect(told(2)).toContain("The same one was read again 2 times, and healed nothing more.");
  expect(told(0)).not.toContain("read again");
});

test("ordinals are words up to the ninth", () => {
  expect([1, 2, 9, 10, 11, 21, 22, 23, 111].map(ordinal)).toEqual([
    "first",
    "second",
    "ninth",
    "10th",
    "11th",
    "21st",
    "22nd",
    "23rd",
    "111th",
  ]);
});
