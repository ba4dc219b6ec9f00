import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { voices } from "../../src/levelfile/builtin.ts";
import { formatProblem } from "../../src/levelfile/problem.ts";
import { readLevel, readVoice } from "../../src/levelfile/read.ts";
import { starter } from "../../src/levelfile/starter.ts";

/** What is wrong; a text of the starter, and what stands there instead; what a person is told. */
const mistakes = readFileSync("test/levelfile/mistakes.txt", "utf8")
  .split("\n\n")
  .map((block) => {
    const [what = "", from = "", to = "", ...says] = block.trim().split("\n");
    return { what: what.slice(2), from: unquoted(from), to: unquoted(to), says };
  });

function unquoted(line: string): string {
  const text: unknown = JSON.parse(line);
  return String(text);
}

const told = (text: string): readonly string[] => {
  const read = readLevel(text, "mine.yaml", { voices });
  return read.ok ? [] : read.problems.map(formatProblem);
};

describe("a mistake in a level is told with its place and its remedy", () => {
  test.each(mistakes)("$what", ({ from, to, says }) => {
    expect(starter).toContain(from);
    const text = starter.replaceAll(from, () => to);
    expect(told(text)).toEqual(says.map((line) => `mine.yaml:${line}`));
  });

  test("a bot that nobody knows", () => {
    const checkBot = (policy: string): string | null =>
      policy === "retry" ? null : `there is no policy ${policy}.`;
    const read = readLevel(starter, "mine.yaml", { voices, checkBot });
    expect(read.ok ? [] : read.problems.map(formatProblem)).toEqual([
      "mine.yaml:71:7: proof.bots[1]: there is no policy idle. Mend policy or with.",
    ]);
  });

  test.each([
    ["fade: [3, 40]", "fade: [0, 40]", "forces.overload.fade: a recovery takes 0.1 ticks or more."],
    ["openAt: 0.4", "openAt: 0", "forces.overload.openAt: strain this low is never reached"],
    ["openAt: 0.4", "openAt: 2", "forces.overload.openAt: expected no more than shutAt."],
    ["[1.2, 4.5]", "[0, 4.5]", "forces.overload.hardStrain: a hard day begins above 0."],
    ["[1.2, 4.5]", "[1, 4000]", "forces.overload.hardStrain: strain stays below 1000"],
  ])("numbers that would not end a game: %s -> %s", (from, to, says) => {
    const overload =
      "forces:\n  overload: { gain: [0.3, 1.2], fade: [3, 40], shutAt: 1, openAt: 0.4, deaf: 0, hardDay: 1000, hardStrain: [1.2, 4.5], crowd: [] }\n";
    const text = starter.replace("forces:\n", overload);
    expect(told(text)).toEqual([]);
    expect(told(text.replace(from, to))[0]).toContain(says);
  });

  test("a voice with five lines of a tone", () => {
    const lines = ["plain", "light", "thin", "again"].map((tone) => {
      const said = Array.from({ length: tone === "thin" ? 5 : 6 }, (_, i) => `Line ${i}.`);
      return `  ${tone}: [${said.join(", ")}]\n`;
    });
    const text = `format: 1\nid: robin\nname: Robin\nlines:\n${lines.join("")}`;
    const read = readVoice(text, "robin.yaml");
    expect(read.ok ? [] : read.problems.map(formatProblem)).toEqual([
      "robin.yaml:7:9: lines.thin: expected a list of 6 to 64; found [Line 0., Line 1., Line 2., Line 3., Line 4.]. Write, for example, thin: [Only saw it now.]",
    ]);
    expect(readVoice(text.replace("Line 4.]", "Line 4., Line 5.]"), "robin.yaml").ok).toBe(true);
  });
});
