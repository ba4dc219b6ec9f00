import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIntent, type Intent, parseIntent, verbs } from "../../src/engine/index.ts";
import { leave, letGo, news, repeat, send, wait } from "./fixtures.ts";

const keys = fc.integer({ min: 1, max: 999_999 }).map((n) => `a${n}` as const);
const topics = fc.stringMatching(/^[a-z]{3,8}$/);
const options = fc.record(
  { limit: fc.nat({ max: 999 }), ack: fc.boolean(), brief: fc.constant(true) },
  { requiredKeys: [] },
);
const intents: fc.Arbitrary<Intent> = fc.oneof(
  fc
    .tuple(topics, options)
    .map(([about, chosen]): Intent => ({ kind: "send", what: "ask", about, ...chosen })),
  fc.constantFrom("off", "core", "reduced", "full").map((to): Intent => ({ kind: "mode", to })),
  fc
    .tuple(keys, fc.nat({ max: 999 }))
    .map(([key, ticks]): Intent => ({ kind: "limit", key, ticks })),
  keys.map((key): Intent => ({ kind: "call off", key })),
  topics.map((about): Intent => ({ kind: "defer", about })),
  topics.map((about): Intent => ({ kind: "go", about })),
  fc
    .tuple(topics, fc.boolean())
    .map(([about, small]): Intent => ({ kind: "promise", about, small })),
  fc.constant<Intent>({ kind: "take" }),
  fc.nat({ max: 999 }).map(wait),
  fc.nat({ max: 999 }).map((ticks): Intent => ({ kind: "wait for news", ticks })),
  fc.stringMatching(/^[a-z][a-z0-9-]*$/).map(send),
  keys.map(repeat),
  keys.map(letGo),
  fc.constantFrom(news, leave),
);

describe("an intent as text", () => {
  test.each<readonly [string, Intent]>([
    ["wait 3", wait(3)],
    ["wait for news", news],
    ["wait for news 3", { kind: "wait for news", ticks: 3 }],
    ["wait", news],
    ["send ask big-pot", send("big-pot")],
    ["repeat a12", repeat("a12")],
    ["let go a1", letGo()],
    ["  LET   go\tA1 ", letGo()],
    ["leave", leave],
    [
      "send ask tea --brief --no-ack",
      { kind: "send", what: "ask", about: "tea", ack: false, brief: true },
    ],
    [
      "send ask tea --limit 12 --ack",
      { kind: "send", what: "ask", about: "tea", limit: 12, ack: true },
    ],
    ["mode reduced", { kind: "mode", to: "reduced" }],
    ["take", { kind: "take" }],
    ["defer dinner", { kind: "defer", about: "dinner" }],
    ["call off a3", { kind: "call off", key: "a3" }],
    ["limit a3 14", { kind: "limit", key: "a3", ticks: 14 }],
    ["promise dinner", { kind: "promise", about: "dinner", small: false }],
    ["promise dinner small", { kind: "promise", about: "dinner", small: true }],
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
    "send ask tea --limit",
    "send ask tea --limit 1 --limit 2",
    "send ask tea --ack --ack",
    "send ask tea --no-ack --ack",
    "send ask tea --no-ack --no-ack",
    "send ask tea --brief --brief",
    "mode",
    "mode loud",
    "defer",
    "defer a1",
    "call a3",
    "call off",
    "call off tea",
    "call off a3 now",
    "limit a3 soon",
    "limit tea 3",
    "limit a3 3 4",
    "promise Äpfel",
    "promise dinner large",
    "promise dinner small talk",
    "withdraw dinner small",
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
