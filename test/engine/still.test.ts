import fc from "fast-check";
import { produce } from "immer";
import { describe, expect, test } from "vitest";
import { still } from "../../src/engine/index.ts";

const plain = fc.object({ maxDepth: 3, withNullPrototype: false });

describe("a still of what changes in place", () => {
  test("equals what it was taken of, whatever came before, and shares nothing with it", () => {
    fc.assert(
      fc.property(plain, plain, (now, before) => {
        expect(still(now, before)).toEqual(structuredClone(now));
        expect(still(now, still(now))).toEqual(now);
        expect(still(now)).not.toBe(now);
      }),
    );
  });

  test("shares with the still before it all that stayed", () => {
    const now = { sent: [{ key: 1 }, { key: 2 }], energy: 4, waits: { asks: [{ at: 3 }] } };
    const before = still(now);
    expect(still(now, before)).toBe(before);
    const after = still(
      produce(now, (draft) => {
        draft.sent.push({ key: 3 });
      }),
      before,
    );
    expect(after).not.toBe(before);
    expect(after.sent[0]).toBe(before.sent[0]);
    expect(after.waits).toBe(before.waits);
    expect(before.sent).toHaveLength(2);
  });

  test("a part that goes, or comes, is not mistaken for one that stayed", () => {
    expect(still({ a: 1 } as object, still({ a: 1, b: undefined }))).toEqual({ a: 1 });
    expect(Object.keys(still<object>({ a: 1, b: undefined }, still({ a: 1, c: 2 })))).toEqual([
      "a",
      "b",
    ]);
    expect(still<unknown>([], {})).toEqual([]);
    expect(still<unknown>({}, [])).toEqual({});
  });
});
