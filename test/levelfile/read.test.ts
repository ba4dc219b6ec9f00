import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Level } from "../../src/engine/index.ts";
import { levels, voices } from "../../src/levelfile/builtin.ts";
import { readLevels } from "../../src/levelfile/folder.ts";
import { readLevel } from "../../src/levelfile/read.ts";
import { starter } from "../../src/levelfile/starter.ts";
import { levelSchema, withTables } from "../../tools/schema.ts";

const read = (text: string): readonly Level[] => {
  const result = readLevel(text, "mine.yaml", { voices });
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.levels : [];
};
const only = (text: string): Level | undefined => read(text)[0];

describe("the levels of the game", () => {
  test("stand in playing order, a level for each tier", () => {
    const ids = levels.map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual(["prologue", "backoff.1", "backoff.2", "backoff.3"]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are the same when read from the folder", () => {
    expect(readLevels("levels")).toEqual({ levels, voices });
  });

  test("keep what stands outside the tiers, and take what stands in one", () => {
    const [, first, second] = levels;
    expect(first?.evenings.map((laws) => laws.forces.overload?.gain)).toEqual([
      [0.7, 1.2],
      [0.3, 1.2],
    ]);
    expect(second?.evenings[0]).toMatchObject({
      length: 600,
      out: { loss: 400, delay: [1, 1] },
      forces: { overload: { hardDay: 300, gain: [0.3, 1.2] }, waits: { daily: 1, soft: 5 } },
    });
    expect(second?.story).toMatchObject({ title: "Five days", week: "reaching", voice: "wren" });
  });

  test("name only voices that exist", () => {
    for (const { story } of levels) expect(Object.keys(voices)).toContain(story.voice);
  });
});

describe("a level", () => {
  test("has one evening, no tier in its id, and weighs the value of waits", () => {
    const level = only(starter);
    expect(level).toMatchObject({ id: "mine", tier: 1, proof: { seeds: 1000 } });
    expect(level?.evenings).toHaveLength(1);
    expect(level?.scoring).toEqual({ outcome: { "waits.value": 1 }, stars: [20, 45, 70] });
  });

  test("without stars is not scored, and without hints has none", () => {
    const bare = starter.replace(/^hints:[\s\S]*?^stars.*\n/m, "").replace(/^proof:[\s\S]*/m, "");
    expect(only(bare)).toMatchObject({ scoring: null, proof: null, story: { hints: [] } });
  });

  test("has evenings without tiers", () => {
    const level = only(starter.replace("proof:", "evenings: [{ length: 20 }, {}]\nproof:"));
    expect(level?.evenings.map(({ length }) => length)).toEqual([20, 60]);
  });

  test("may bring its own voice, under its own id", () => {
    const own = "{ name: Robin, lines: { plain: [A.], light: [B.], thin: [C.], again: [D.] } } #";
    const result = readLevel(starter.replace("wren #", own), "mine.yaml", { voices: {} });
    expect(result).toMatchObject({
      ok: true,
      levels: [{ story: { voice: "mine" } }],
      voice: { id: "mine", name: "Robin", lines: { thin: ["C."] } },
    });
  });

  test("reads the same with Windows line ends and a byte order mark", () => {
    expect(read(`\ufeff${starter.replaceAll("\n", "\r\n")}`)).toEqual(read(starter));
  });
});

describe("what is drawn from the schema is current (node tools/schema.ts)", () => {
  const readme = readFileSync("levels/README.md", "utf8");

  test("the editor's schema", () => {
    const written: unknown = JSON.parse(readFileSync("levels/level.schema.json", "utf8"));
    expect(written).toEqual(JSON.parse(levelSchema()));
  });

  test("the tables of README.md", () => {
    expect(withTables(readme)).toBe(readme);
  });

  test("the example of README.md is a level", () => {
    const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(read(example).map(({ id, evenings }) => [id, evenings.length])).toEqual([
      ["tunnels.1", 2],
      ["tunnels.2", 1],
    ]);
  });
});
