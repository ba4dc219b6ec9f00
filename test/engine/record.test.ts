import { expect, test } from "vitest";
import { blank, type Event, record } from "../../src/engine/index.ts";
import { laws } from "./fixtures.ts";

/** Events may come from a file that someone wrote by hand. */
const forged: readonly Event[] = [
  { kind: "overdue", tick: 3, key: "a7", usual: 2 },
  { kind: "let go", tick: 3, key: "a7" },
  { kind: "lapsed", tick: 3, about: "nothing" },
  { kind: "refused", tick: 3, why: "key" },
];

test.each(forged)(
  "an event about what never was moves the clock and nothing else: $kind",
  (event) => {
    const open = blank(laws());
    record(open, event);
    expect(open).toEqual({ ...blank(laws()), tick: 3 });
  },
);

test("a forged answer is counted, and answers nothing", () => {
  const open = blank(laws());
  record(open, { kind: "heard", tick: 3, n: 1, key: "a7", tone: "plain", variant: 0 });
  expect(open).toEqual({ ...blank(laws()), tick: 3, heard: { count: 1, last: 3 } });
});
