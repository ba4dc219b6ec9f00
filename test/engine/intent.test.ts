import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIntent, type Intent, parseIntent, verbs } from "../../src/engine/index.ts";
import { leave, letGo, news, repeat, send, wait } from "./fixtures.ts";

const keys = fc.integer({ min: 1, max: 999_999 }).map((n) => `a${n}` as const);
const intents: fc.Arbitrary<Intent> = fc.oneof(
  fc.nat({ max: 999 }).map(wait),
  fc.stringMatching(/^[a-z][a-z0-9-]*$/).map(send),
  keys.map(repeat),
  keys.map(letGo),
  fc.constantFrom(news, leave),
);

describe("an intent as text", () => {
  test.each<readonly [string, Intent]>([
    ["wait 3", wait(3)],
    ["wait for news", news],
    ["wait", news],
    ["send ask big-pot", send("big-pot")],
    ["repeat a12", repeat("a12")],
    ["let go a1", letGo()],
    ["  LET   go\tA1 ", letGo()],
    ["leave", leave],
  ])("%j is understood", (line, intent) => {
    expect(parseIntent(line)).toEqual(intent);
  });

  test.each([
    "",
    "dance",
    "wait 1 2",
    "wait -1",
    "wait 1e3",
    "wait 1000",
    "send",
    "send ask",
    "send rant tea",
    "send ask __proto__",
    "send ask tea now",
    "repeat",
    "repeat a0",
    "repeat a01",
    "repeat b1",
    "repeat a1000000",
    "let a1",
    "let go",
    "let going a1",
    "leave now",
  ])("%j is not", (line) => {
    expect(parseIntent(line)).toBeNull();
  });

  test("reads back as itself", () => {
    fc.assert(
      fc.property(intents, (intent) => {
        expect(parseIntent(formatIntent(intent))).toEqual(intent);
      }),
    );
  });

  test("begins with its verb", () => {
    fc.assert(
      fc.property(intents, (intent) => {
        expect(verbs).toContain(intent.kind);
        expect(formatIntent(intent)).toMatch(new RegExp(`^${intent.kind}`));
      }),
    );
  });

  test("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (line) => void parseIntent(line)));
  });
});
