import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { voices } from "../../src/levelfile/builtin.ts";
import { type LevelRead, readLevel, readVoice, type VoiceRead } from "../../src/levelfile/read.ts";
import { starter } from "../../src/levelfile/starter.ts";

const files = ["00-prologue", "01-backoff", "voices/wren"].map((name) =>
  readFileSync(`levels/${name}.yaml`, "utf8"),
);

const garbage = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "[",
    "{",
    "}",
    ": ",
    "- ",
    "\t",
    "&a ",
    "*a",
    "!!map ",
    "\n---\n",
    '"',
    "| ",
    "#",
  ),
  fc.constantFrom("__proto__: 1\n", "<<: *a\n", "{ : }", "? ", "%YAML 9\n", "\u001b[2J", "\ud800"),
);

const mutation = fc.record({
  text: fc.constantFrom(starter, ...files),
  how: fc.constantFrom("delete a line", "double a line", "change a value", "insert", "truncate"),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  what: garbage,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutate({ text, how, at, what }: Mutation): string {
  const lines = text.split("\n");
  const n = Math.floor(at * lines.length);
  const i = Math.floor(at * text.length);
  if (how === "insert") return text.slice(0, i) + what + text.slice(i);
  if (how === "truncate") return text.slice(0, i);
  const line = lines[n] ?? "";
  const now = how === "change a value" ? [line.replace(/: .*/, () => `: ${what}`)] : [line, line];
  return lines.toSpliced(n, 1, ...(how === "delete a line" ? [] : now)).join("\n");
}

/** A problem stands inside the file, and can be printed on one line. */
function judge(text: string, read: LevelRead | VoiceRead): void {
  if (read.ok) return;
  const lines = text.split("\n");
  expect(read.problems.length).toBeGreaterThan(0);
  for (const { line, column, problem, fix } of read.problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(`${problem}${fix}`).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  }
}

describe("a file nobody can trust", () => {
  test("never throws, and is told off at a place inside it", () => {
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 1 }),
        fc.array(mutation),
        (one, more) => {
          const text = [...one, ...more]
            .slice(0, 4)
            .reduce((before, change) => mutate({ ...change, text: before }), one[0]?.text ?? "");
          judge(text, readLevel(text, "x.yaml", { voices }));
          judge(text, readVoice(text, "x.yaml"));
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  const nested = Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:\n`).join("");
  const bomb = [..."bcdefghi"]
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`)}]\n`)
    .join("");

  test.each([
    ["nothing", ""],
    ["a word", "hello"],
    ["a list", "- a\n- b"],
    ["zeros", "\0".repeat(1000)],
    ["brackets", "[".repeat(100_000)],
    ["braces", "{a: ".repeat(30_000)],
    ["dashes", "- ".repeat(60_000)],
    ["indents", nested],
    ["a billion laughs", `a: &a [x, x, x, x, x, x, x, x, x]\n${bomb}`],
    ["a list within itself", "a: &a [*a]"],
    ["a map for a key", "? { a: 1 }\n: 2"],
    ["two documents", `${starter}---\n${starter}`],
    ["a tag", "id: !!js/function x"],
    ["megabytes", "a".repeat(3_000_000)],
    ["twenty thousand keys", Array.from({ length: 12_000 }, (_, i) => `k${i}: 1\n`).join("")],
  ])(
    "%s",
    (_, text) => {
      const read = readLevel(text, "x.yaml", { voices });
      expect(read.ok).toBe(false);
      judge(text, read);
    },
    20_000,
  );

  test("cannot reach the prototype of anything", () => {
    for (const key of ["__proto__", "constructor", "toString"]) {
      expect(readLevel(`${key}: { polluted: 1 }\n${starter}`, "x.yaml", { voices }).ok).toBe(false);
      expect(readLevel(starter.replace("  cat:", `  ${key}:`), "x.yaml", { voices }).ok).toBe(
        false,
      );
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
