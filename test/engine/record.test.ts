import { expect, test } from "vitest";
import { blank, type Event, recorder } from "../../src/engine/index.ts";
import { heardAt, laws } from "./fixtures.ts";

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
    recorder(laws())(open, event);
    expect(open).toEqual({ ...blank(laws()), tick: 3 });
  },
);

test("a forged answer is counted, and answers nothing", () => {
  const open = blank(laws());
  recorder(laws())(open, heardAt(3, "a7", 1));
  expect(open).toEqual({ ...blank(laws()), tick: 3, heard: { count: 1, last: 3 } });
});

test("what they write of themselves answers no question that was never asked", () => {
  const open = blank(laws());
  const record = recorder(laws());
  record(open, { kind: "asked", tick: 0, about: "tea", until: 50 });
  record(open, { ...heardAt(3, "a1", 1), key: null, what: "word" });
  expect(open.forces.waits?.asks).toMatchObject([{ state: "open", key: null }]);
});
