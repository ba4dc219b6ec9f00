import { expect, test } from "vitest";
import { briefRows } from "../../src/ui/screens/brief.ts";
import { ascii, frame, levelOf, levels, small } from "./support.ts";

const brief = { seed: "moss-4f2a", bet: null, offer: false, underWay: false } as const;
const keysOf = (id: string, bet: number | null): string =>
  frame(briefRows({ ...brief, level: levelOf(id), bet }, small, ascii)).at(-1) ?? "";

test("a bet is offered and not owed: the key that begins says what it does", () => {
  for (const { id, story } of levels) {
    const without = story.bet === null ? "[enter] begin  " : "[enter] begin without a bet  ";
    expect(keysOf(id, null)).toContain(without);
    if (story.bet !== null) expect(keysOf(id, 1)).toContain("[enter] begin  ");
  }
  expect(levels.some(({ story }) => story.bet !== null)).toBe(true);
});
