import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lookFor, parseOptions } from "../../src/cli/options.ts";
import { openSettings } from "../../src/cli/settings.ts";
import { usual } from "../../src/ui/settings.ts";
import { freshFolder } from "../support/folder.ts";

const { folder } = freshFolder();

function flags(...args: readonly string[]) {
  const options = parseOptions(args);
  if (typeof options === "string") throw new Error(options);
  return options;
}

const file = () => join(folder(), "options.json");

test("settings are kept, beside what other versions keep", () => {
  writeFileSync(file(), '{"glyphs":"ascii","later":7}');
  const settings = openSettings(folder(), flags());
  expect(settings.now().glyphs).toBe("ascii");
  expect(settings.keep({ ...settings.now(), calm: true })).toBe("");
  expect(openSettings(folder(), flags()).now()).toEqual({ ...usual, glyphs: "ascii", calm: true });
  expect(JSON.parse(readFileSync(file(), "utf8"))).toMatchObject({ later: 7 });
});

test("a broken file is told of and left as it is", () => {
  writeFileSync(file(), "{half");
  const settings = openSettings(folder(), flags());
  expect(settings.problem).toContain("cannot be read");
  expect(settings.now()).toEqual(usual);
  expect(settings.keep({ ...usual, calm: true })).toContain("It is left as it is");
  expect(settings.now().calm).toBe(true);
  expect(readFileSync(file(), "utf8")).toBe("{half");
});

test("flags and NO_COLOR win over what is kept", () => {
  const before = process.env["NO_COLOR"];
  onTestFinished(() => {
    if (before === undefined) delete process.env["NO_COLOR"];
    else process.env["NO_COLOR"] = before;
  });
  delete process.env["NO_COLOR"];
  const kept = { ...usual, glyphs: "unicode" } as const;
  const coloured = (look: ReturnType<typeof lookFor>) => look.style("you").color !== undefined;
  expect(lookFor(flags(), kept).glyphs.rule).toBe("─");
  expect(lookFor(flags("--ascii"), kept).glyphs.rule).toBe("-");
  expect(coloured(lookFor(flags(), kept))).toBe(true);
  expect(coloured(lookFor(flags("--no-color"), kept))).toBe(false);
  expect(coloured(lookFor(flags(), { ...kept, colour: "off" }))).toBe(false);
  process.env["NO_COLOR"] = "1";
  expect(coloured(lookFor(flags(), kept))).toBe(false);
  expect(openSettings(folder(), flags("--ascii")).stronger).toBe(
    "Stronger than what is set here, just now: --ascii, NO_COLOR.",
  );
});

test("a flag for the ground wins over what is kept, and that over what the terminal says", () => {
  const before = process.env["COLORFGBG"];
  onTestFinished(() => {
    if (before === undefined) delete process.env["COLORFGBG"];
    else process.env["COLORFGBG"] = before;
  });
  const you = (of: ReturnType<typeof flags>, ground: (typeof usual)["ground"]) =>
    lookFor(of, { ...usual, ground }).style("you").color;
  const [dark, light] = [you(flags("--dark"), "auto"), you(flags("--light"), "auto")];
  expect(light).not.toBe(dark);
  process.env["COLORFGBG"] = "0;15";
  expect(you(flags(), "auto")).toBe(light);
  expect(you(flags(), "dark")).toBe(dark);
  expect(you(flags("--light"), "dark")).toBe(light);
  process.env["COLORFGBG"] = "15;0";
  expect(you(flags(), "auto")).toBe(dark);
  expect(openSettings(folder(), flags("--light")).stronger).toContain("just now: --light.");
  expect(parseOptions(["--light", "--dark"])).toBe("--light or --dark, not both.");
});
